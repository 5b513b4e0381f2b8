using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>One person in the list: who they are and what is agreed, in short.</summary>
public sealed record PeopleLine(Guid Id, string Name, string Email, Role Role, bool Active, Presence Presence, int Used, int Places, bool TakesLeads)
{
    public string Skills { get; init; } = "";

    public string Areas { get; init; } = "";

    public string Teams { get; init; } = "";

    /// <summary>How many lanes the person wants nothing of.</summary>
    public int OptedOut { get; init; }

    public int WeightThousandths { get; init; }

    public int RampThousandths { get; init; }

    public Leave? OnLeave { get; init; }

    /// <summary>The next days off that have not begun.</summary>
    public Leave? Coming { get; init; }

    /// <summary>The weekly shift; null = always on.</summary>
    public OpeningHours? Shift { get; init; }

    public static PeopleLine Of(SalesFloor floor, Rep rep, string name, string email)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(rep);
        var terms = rep.Terms;
        return new(rep.Id, name, email, terms.Role, terms.Active, rep.Presence, rep.PlacesUsed, terms.Places, terms.HoldsLeads)
        {
            Skills = string.Join(", ", terms.Skills.Select(s => $"{s.Key} {s.Value}")),
            Areas = string.Join(", ", terms.Regions.Concat(terms.Languages)),
            Teams = string.Join(", ", terms.Teams.Select(t => floor.Plan.Plan.Teams.FirstOrDefault(o => o.Key == t)?.Name ?? t)),
            OptedOut = rep.OptIns.Count(o => !o.Value.On),
            WeightThousandths = terms.WeightThousandths,
            RampThousandths = terms.RampThousandths,
            OnLeave = terms.LeaveOn(floor.DayOf(floor.At).Day),
            Coming = terms.Leave.Where(l => l.From > floor.DayOf(floor.At).Day).MinBy(l => l.From),
            Shift = terms.Shift,
        };
    }
}
