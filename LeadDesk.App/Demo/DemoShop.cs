using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain;

namespace LeadDesk.App.Demo;

/// <summary>Makes the demo's accounts and history, and offers one sign-in per role.</summary>
internal sealed class DemoShop(Accounts accounts, PeopleDirectory people, DemoSignIns signIns, EventLog log, DeskClock clock)
{
    /// <summary>The floor to begin with; one that is lived in already stays as it is.</summary>
    public async Task<SalesFloor> FurnishAsync(SalesFloor floor, ContactKey key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(floor);
        if (floor.Seq == 0)
        {
            var made = await accounts.ProvisionManyAsync([.. DemoFloor.People.Select(p => new Provision(p.Name, p.Email))], cancel);
            var history = new DemoHistory(log, key);
            floor = history.Live(floor, clock.Now(), [.. made.Zip(DemoFloor.People).Select(x => new FloorEvent.PersonSet(new RepId(x.First.Number), x.First.Id, x.Second.Terms, Sorted.None<OptIn>()))]);
            history.Flush();
        }

        signIns.Offer([.. Faces(floor)]);
        return floor;
    }

    private IEnumerable<DemoSignIn> Faces(SalesFloor floor)
    {
        foreach (var role in new[] { Role.Rep, Role.Store, Role.Manager, Role.Admin })
        {
            if (floor.People.FirstOrDefault(p => p.Terms.Role == role) is { } person)
            {
                yield return new DemoSignIn($"{people.NameOf(person.Number)} · {role}", person.Id);
            }
        }
    }
}
