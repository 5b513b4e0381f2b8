using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>
/// The end of a photo finish: of those who pressed within the window and may still have the lead, the best balance wins, so that a slow
/// tablet is not beaten by hardware. They, and nobody else, share in the entry; whoever did not press failed the method's own test.
/// </summary>
public static class FinishLine
{
    private static readonly FairShare Fair = new();

    /// <summary>Who has it and why; null when nobody who pressed may have it any more.</summary>
    public static (Ranked Ranked, Receipt Receipt)? Decide(SalesFloor floor, LaneRules lane, Lead lead, DateTimeOffset now, CalendarDay today, long entry)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var finish = lead.Finish ?? throw new InvalidOperationException($"Nobody has pressed on {lead.Id}.");
        var field = Field.Of(floor, lane, lead, now, today, Put.Self);
        ImmutableArray<Rep> pressers = [.. field.Eligible.Where(r => finish.Of(r.Number) is not null)];
        if (pressers.IsEmpty)
        {
            return null;
        }

        var ranked = Fair.Rank(floor, lane, lead, pressers, entry);
        var others = field.Eligible.Where(r => finish.Of(r.Number) is null).Select(r => new PassedOver(r.Number, Test.E12));
        var receipt = Receipts.Of(lane, ranked, field with { Eligible = pressers, PassedOver = [.. field.PassedOver.Concat(others).OrderBy(p => p.Rep)] });
        return (ranked, receipt with { PhotoFinishMs = (int)(finish.SettlesAt!.Value - finish.Presses[0].At).TotalMilliseconds });
    }
}
