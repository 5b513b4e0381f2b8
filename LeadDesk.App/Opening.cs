using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Demo;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App;

/// <summary>Opens the desk before anybody is let in: the store, the floor as the log tells it, the loop, and on an empty floor its set-up.</summary>
public sealed class Opening(StartOptions options, IServiceProvider services)
{
    private StoreLock? held;

    /// <summary>Null when the desk is open, else one line that says why not.</summary>
    public async Task<string?> OpenAsync(CancellationToken cancel = default)
    {
        var taken = StoreLock.Take(options.Store);
        if (taken.Trouble is { } locked)
        {
            return locked;
        }

        held = taken.Value;
        if (options.FreshDemo)
        {
            DeleteStore();
        }

        if (await services.GetRequiredService<Migrator>().ApplyAsync(cancel) is { } trouble)
        {
            return trouble;
        }

        await services.GetRequiredService<PeopleDirectory>().LoadAsync(cancel);
        await services.GetRequiredService<Tokens>().LoadAsync(cancel);
        await services.GetRequiredService<EndedSessions>().LoadAsync(cancel);
        var loop = services.GetRequiredService<DeskLoop>();
        var key = new ContactKey(await services.GetRequiredService<Records>().ContactKeyAsync(cancel));
        var floor = await FloorAsync(cancel);
        loop.Begin(options.Demo ? await services.GetRequiredService<DemoShop>().FurnishAsync(floor, key, cancel) : floor, key);
        await loop.StartAsync(cancel);
        return await SetUpAsync(loop, cancel);
    }

    /// <summary>Lets a second server have the store.</summary>
    public void Close() => held?.Dispose();

    private async Task<SalesFloor> FloorAsync(CancellationToken cancel)
    {
        var log = services.GetRequiredService<EventLog>();
        if (await services.GetRequiredService<FloorSnapshots>().LatestAsync(FloorCodec.Version, cancel) is not { } snapshot)
        {
            return SalesFloor.Empty;
        }

        var secret = await services.GetRequiredService<Records>().DiceAsync(snapshot.Seq, cancel);
        return FloorCodec.Read(snapshot.Bytes, lead => FactsOf(log, lead), _ => secret ?? "");
    }

    private static Facts FactsOf(EventLog log, LeadId lead)
    {
        var facts = Facts.None;
        foreach (var (_, kind, text) in log.PersonalOf(lead.Value))
        {
            facts = kind switch
            {
                PersonalTexts.Lead => PersonalTexts.ReadLead(text).Facts,
                PersonalTexts.Label => PersonalTexts.ReadFacts(text),
                _ => facts,
            };
        }

        return facts;
    }

    private async Task<string?> SetUpAsync(DeskLoop loop, CancellationToken cancel)
    {
        var floor = services.GetRequiredService<CommittedFloor>();
        await loop.SendAsync(new Wake(), cancel);
        await loop.SendAsync(new Tick(floor.Now.At, Safety: false, []), cancel);
        var setUp = services.GetRequiredService<FloorSetUp>();
        if (options.FloorFile is { } file && floor.Now.People.IsEmpty && floor.Now.Plan.Lanes.IsEmpty)
        {
            var (_, problem) = await setUp.ApplyAsync(await File.ReadAllTextAsync(file, cancel), Actor.Desk with { Via = "file" }, cancel);
            if (problem is not null)
            {
                return $"--floor {file}: {problem}";
            }
        }

        if (options.Admin is { } admin && !floor.Now.People.Any(p => p.Terms is { Role: Role.Admin, Active: true }))
        {
            return await setUp.AddFirstAdminAsync(admin, cancel);
        }

        return null;
    }

    private void DeleteStore()
    {
        foreach (var file in new[] { options.Store.File, options.Store.File + "-wal", options.Store.File + "-shm", options.Store.HeadsFile })
        {
            File.Delete(file);
        }
    }
}
