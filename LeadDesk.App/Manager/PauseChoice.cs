using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Manager;

/// <summary>Something of the intake that may be paused, by its name.</summary>
public sealed record PauseChoice(PauseScope Scope, string Name)
{
    /// <summary>Everything that may be paused on a floor, by kind and name.</summary>
    public static IEnumerable<PauseChoice> Of(SalesFloor floor, string all, Func<RepId, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(nameOf);
        var plan = floor.Plan.Plan;
        return
        [
            new(PauseScope.All, all),
            .. plan.Sources.Select(s => new PauseChoice(new(PauseKind.Source, s.Key), s.Name)).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase),
            .. plan.Lanes.Select(l => new PauseChoice(new(PauseKind.Lane, l.Key), l.Name)),
            .. plan.Teams.Select(t => new PauseChoice(new(PauseKind.Team, t.Key), t.Name)).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase),
            .. floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true }).Select(p => new PauseChoice(new(PauseKind.Person, Rep: p.Number), nameOf(p.Number))).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
    }
}
