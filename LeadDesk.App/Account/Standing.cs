using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>Who may act right now: known, not disabled, on the floor and active there. Read anew each time, so a change acts at once.</summary>
public sealed class Standing(PeopleDirectory people, CommittedFloor floor)
{
    public bool AnyAdmin => floor.Now.People.Any(p => p.Terms.Role == Role.Admin && Of(p.Id) is not null);

    /// <summary>The person as the floor knows them; null when they may not act.</summary>
    public Rep? Of(Guid account)
    {
        if (people.Find(account) is not { Disabled: false } person)
        {
            return null;
        }

        var on = floor.Now.People;
        var place = person.Number.Number - 1;
        return place < on.Length && on[place] is { Terms.Active: true } rep && rep.Id == account ? rep : null;
    }

    public bool Knows(string source)
    {
        foreach (var known in floor.Now.Plan.Plan.Sources)
        {
            if (known.Key == source)
            {
                return true;
            }
        }

        return false;
    }
}
