using System.Collections.Immutable;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain;

namespace LeadDesk.App.Admin;

/// <summary>Brings a floor file onto the floor: accounts and tokens first, then one commit with the plan and everybody in it. All or nothing.</summary>
public sealed partial class FloorSetUp(DeskLoop desk, CommittedFloor committed, PeopleDirectory people, Accounts accounts, Tokens tokens) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public void Dispose() => turn.Dispose();

    /// <summary>The plan and people as a floor file names them.</summary>
    public IReadOnlyCollection<PersonEntry> People() =>
        [.. committed.Now.People.Select(p => new PersonEntry(people.NameOf(p.Number), people.Find(p.Number)?.Email ?? "", p.Terms, p.OptIns) { Id = p.Id })];

    public string Export() => FloorFile.Write(committed.Now.Plan.Plan, People());

    /// <summary>Brings the file in whole, or says why not and changes nothing.</summary>
    public async Task<FloorFilePut> ApplyAsync(string json, Actor actor, CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var (basis, merged) = await PreviewAsync(json, cancel);
            if (!merged.Ok)
            {
                return new(merged.Errors, null);
            }

            var made = await accounts.ProvisionManyAsync([.. merged.People.Select(p => new Provision(p.After.Name, p.After.Email, p.After.Password, p.After.Token, p.After.Pin))], cancel);
            foreach (var secret in merged.Secrets.Where(s => s.Token is not null))
            {
                await tokens.SetForSourceAsync(secret.Key, secret.Token!);
            }

            var plan = merged.Plan with { Lanes = LanePeople.WithIds(merged.Plan.Lanes, e => people.FindByEmail(e)?.Id) };
            return new(null, await desk.SendAsync(new Publish(actor, merged.PlanChanged ? plan : null, Events(merged.People, made)) { Basis = basis }, cancel));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What a floor file would change, or everything that is wrong with it. Nothing is changed.</summary>
    public async Task<FloorFilePreview> PreviewAsync(string json, CancellationToken cancel = default)
    {
        var read = FloorFile.Read(json, Catalogue.Names);
        var basis = committed.Now.Plan.Plan;
        var merged = FloorFile.Merge(basis, People(), read);
        await RefuseTakenAsync(merged, read, cancel);
        return new(basis, merged);
    }

    /// <summary>The first admin of a floor that has none; null when done, else why not.</summary>
    public async Task<string?> AddFirstAdminAsync(FirstAdmin admin, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(admin);
        if (admin.Password is { } password && PasswordRule.WhyNot(password, admin.Email) is { } weak)
        {
            return $"LeadDesk:Admin:Password: {weak}";
        }

        if (admin.Token is { } token && (token.Length is < Tokens.Shortest or > Tokens.Longest || token.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '~' or '-'))))
        {
            return "LeadDesk:Admin:Token: 24 to 200 characters of A-Z, a-z, 0-9 and . _ ~ - are allowed.";
        }

        if (admin.Token is { } wished && (await tokens.TakenAsync([new(people.FindByEmail(admin.Email)?.Id ?? Guid.Empty, null, wished)], cancel)).Count > 0)
        {
            return "LeadDesk:Admin:Token: this token is somebody else's; another one is needed.";
        }

        var account = await accounts.ProvisionAsync("Admin", admin.Email, admin.Password, admin.Token);
        var change = new PersonChange(null, new PersonEntry("Admin", admin.Email, new RepTerms { Role = Role.Admin }, Sorted.None<OptIn>()));
        var answer = await desk.SendAsync(new Publish(Actor.Desk with { Via = "file" }, null, Events([change], [account])), cancel);
        return answer.IsDone ? null : answer.Unavailable?.Words ?? "The first admin could not be added.";
    }

    /// <summary>A token stays with whom it was given to; said before anything is changed, because a file comes in whole or not at all.</summary>
    private async Task RefuseTakenAsync(FloorFileMerge merged, FloorFileRead read, CancellationToken cancel)
    {
        const string Words = "This token is or was somebody else's; another one is needed.";
        var ofPeople = merged.People.Where(p => p.After.Token is not null).Select(p => (p.After.Email, Wish: new TokenWish(people.FindByEmail(p.After.Email)?.Id ?? Guid.Empty, null, p.After.Token!))).ToList();
        var ofSources = merged.Secrets.Where(s => s.Token is not null).Select(s => new TokenWish(null, s.Key, s.Token!)).ToList();
        var taken = await tokens.TakenAsync([.. ofPeople.Select(p => p.Wish), .. ofSources], cancel);
        foreach (var wish in taken)
        {
            if (wish.Source is { } source)
            {
                merged.Errors.Add("sources", $"{source}: {Words}");
            }
            else
            {
                var email = PeopleDirectory.KeyOf(ofPeople.First(p => p.Wish == wish).Email);
                merged.Errors.Add($"people[{read.People.Select(p => PeopleDirectory.KeyOf(p.Email)).ToList().IndexOf(email)}].token", Words);
            }
        }
    }

    /// <summary>People by number without a gap: an account whose person never reached the floor gets there as somebody who left.</summary>
    private ImmutableArray<FloorEvent.PersonSet> Events(IReadOnlyList<PersonChange> changes, IReadOnlyList<Account.Account> made)
    {
        var set = changes.Zip(made).ToDictionary(x => x.Second.Number, x => new FloorEvent.PersonSet(new RepId(x.Second.Number), x.Second.Id, x.First.After.Terms, x.First.After.OptIn));
        var last = committed.Now.People.Length;
        foreach (var entry in people.All.Where(p => p.Number.Number > last && !set.ContainsKey(p.Number.Number)))
        {
            set[entry.Number.Number] = new(entry.Number, entry.Id, new RepTerms { Active = false }, Sorted.None<OptIn>());
        }

        return [.. set.OrderBy(p => p.Key).Select(p => p.Value)];
    }
}
