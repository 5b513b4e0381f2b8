using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>Calls, contacts and credits by person and month.</summary>
public sealed partial record SalesFloor
{
    /// <summary>Counts what a step added to a lead, and takes back what an undo took away.</summary>
    private SalesFloor Work(Lead? before, Lead after)
    {
        var had = before?.Attempts.Length ?? 0;
        var floor = this;
        foreach (var attempt in after.Attempts.AsSpan()[Math.Min(had, after.Attempts.Length)..])
        {
            floor = floor.Count(attempt, 1);
        }

        for (var i = after.Attempts.Length; i < had; i++)
        {
            floor = floor.Count(before!.Attempts[i], -1);
        }

        var credited = before?.Credits.Length ?? 0;
        foreach (var credit in after.Credits.AsSpan()[Math.Min(credited, after.Credits.Length)..])
        {
            floor = floor.Count(credit, 1);
        }

        for (var i = after.Credits.Length; i < credited; i++)
        {
            floor = floor.Count(before!.Credits[i], -1);
        }

        return floor;
    }

    private SalesFloor Count(Attempt attempt, int sign)
    {
        var calls = attempt.Channel == Channel.Call ? sign : 0;
        var contacts = attempt.Result is AttemptResult.Reached or AttemptResult.VisitSet ? sign : 0;
        return calls == 0 && contacts == 0 ? this
            : Change(attempt.By, r => r.Worked(DayOf(attempt.At).Month, w => w with { Calls = w.Calls + calls, Contacts = w.Contacts + contacts }));
    }

    private SalesFloor Count(Credit credit, int sign) => Change(credit.Rep, r => r.Worked(DayOf(credit.At).Month, w => w.Add(credit.Kind, sign)));
}
