using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Demo;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Settings;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App;

/// <summary>Opens the desk before anybody is let in: the store, the floor as the log tells it, the loop, and on an empty floor its set-up.</summary>
public sealed partial class Opening(StartOptions options, IServiceProvider services, ILogger<Opening> logger) : IDisposable
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
        await services.GetRequiredService<Devices>().LoadAsync(cancel);
        await services.GetRequiredService<KeptSessions>().LoadAsync(cancel);
        await services.GetRequiredService<Wishes>().LoadAsync(cancel);
        var loop = services.GetRequiredService<DeskLoop>();
        var key = new ContactKey(await services.GetRequiredService<Records>().ContactKeyAsync(cancel));
        loop.Begin(await FloorAsync(cancel), key);
        if (services.GetRequiredService<DemoMark>().Trouble() is { } madeUp)
        {
            return madeUp;
        }

        if (options.Demo)
        {
            loop.Begin(await services.GetRequiredService<DemoShop>().FurnishAsync(services.GetRequiredService<CommittedFloor>().Now, key, cancel), key);
        }

        await loop.StartAsync(cancel);
        return await SetUpAsync(loop, cancel);
    }

    /// <summary>Lets a second server have the store, once everything that writes has ended.</summary>
    public void Dispose() => held?.Dispose();

    private async Task<SalesFloor> FloorAsync(CancellationToken cancel)
    {
        var snapshots = services.GetRequiredService<FloorSnapshots>();
        foreach (var snapshot in await snapshots.NewestFirstAsync(FloorCodec.Version, cancel))
        {
            try
            {
                var secret = await services.GetRequiredService<Records>().DiceAsync(snapshot.Seq, cancel) ?? "";
                var floor = FloorCodec.Read(snapshot.Bytes, FactsAt, _ => secret);
                snapshots.Took(floor.Seq);
                return floor;
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                BrokenFloor(broken, snapshot.Seq);
            }
        }

        return SalesFloor.Empty;
    }

    private Dictionary<long, Facts> FactsAt(IReadOnlyCollection<long> seqs)
    {
        var log = services.GetRequiredService<EventLog>();
        return log.PersonalAt(seqs).ToDictionary(t => t.Key, t => PersonalTexts.FactsOf(t.Value.Kind, t.Value.Text));
    }

    private async Task<string?> SetUpAsync(DeskLoop loop, CancellationToken cancel)
    {
        var floor = services.GetRequiredService<CommittedFloor>();
        await loop.SendAsync(new Wake(), cancel);
        await loop.SendAsync(new Tick(floor.Now.At, Safety: false, []), cancel);
        var setUp = services.GetRequiredService<FloorSetUp>();
        if (options.FloorFile is { } file && floor.Now.People.IsEmpty && floor.Now.Plan.Lanes.IsEmpty)
        {
            var put = await setUp.ApplyAsync(await File.ReadAllTextAsync(file, cancel), Actor.Desk with { Via = "file" }, cancel);
            if (put.Problem is { } problem)
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The floor written down after event {Seq} cannot be read; more of the log is folded instead.")]
    private partial void BrokenFloor(Exception broken, long seq);
}
