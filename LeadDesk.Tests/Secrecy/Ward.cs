using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Api;

namespace LeadDesk.Tests.Secrecy;

/// <summary>Who may see what of which lead, said once more and in other words than the product says it: by owner, state and lane alone.</summary>
internal sealed class Ward(DeskHost host, IReadOnlyDictionary<string, (RepId Rep, Role Role, bool OptedIn)> people)
{
    private static readonly Dictionary<string, Reveal> Lanes = new(StringComparer.Ordinal)
    {
        ["blind"] = Reveal.Nothing,
        ["cherry"] = Reveal.AllButContact,
        ["shark"] = Reveal.Category,
        ["turn"] = Reveal.Category,
        ["push"] = Reveal.Category,
    };

    /// <summary>What each person may see of each lead in this moment; absent = not even that it exists.</summary>
    public Dictionary<(string Who, string Lead), Reveal> Now(IEnumerable<string> leads)
    {
        var floor = host.Floor;
        var may = new Dictionary<(string, string), Reveal>();
        foreach (var id in leads)
        {
            if (floor.Find(new LeadId(Guid.Parse(id))) is not { } lead)
            {
                continue;
            }

            foreach (var (who, person) in people)
            {
                if (Of(person, lead) is { } level)
                {
                    may[(who, id)] = level;
                }
            }
        }

        return may;
    }

    private static Reveal? Of((RepId Rep, Role Role, bool OptedIn) person, Lead lead)
    {
        if (person.Role is Role.Manager or Role.Admin || lead.Owner == person.Rep)
        {
            return Reveal.All;
        }

        if (person.Role is Role.Wallboard || lead.Owner is not null || !Lanes.TryGetValue(lead.Stay?.Lane ?? "", out var lane) || lane == Reveal.Nothing)
        {
            return null;
        }

        var before = lead.Offer?.Rep == person.Rep || lead.Alerted.ContainsKey(person.Rep);
        var onBoard = lead.Stay!.Lane == "cherry" && person.OptedIn && lead.State == LeadState.Waiting;
        return before || onBoard || lead.Sights.Any(s => s.Rep == person.Rep && s.AsOwner) ? lane : null;
    }
}
