using LeadDesk.App.Admin;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Welcome;

/// <summary>Which of the six steps a floor has behind it: read from the floor itself, so that it does not matter where they were done.</summary>
public static class FloorSteps
{
    public static bool Done(SalesFloor floor, int step)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var plan = floor.Plan.Plan;
        return step switch
        {
            1 => !plan.Locations.IsEmpty,
            2 => floor.People.Any(p => p.Terms is { Active: true, Role: Role.Admin }),
            3 => !plan.Lanes.IsEmpty || plan.Locations.Any(l => !FloorFileHours.IsDayAndNight(l.Hours)),
            4 => floor.People.Count(p => p.Terms.Active) > 1,
            5 => plan.Lanes.Count(l => l.Key != TestLead.Key) > 1,
            _ => plan.Sources.Any(s => s.Key != TestLead.Key),
        };
    }
}
