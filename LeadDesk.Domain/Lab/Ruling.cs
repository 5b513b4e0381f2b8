using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Lab;

/// <summary>
/// A decision that was the desk's own, as the log holds it: to whom a lead went, what it cost, and why. Pulls, claims and managers' picks
/// were people's decisions; they are taken as recorded.
/// </summary>
public sealed record Ruling(LeadId Lead, RepId Rep, Entry Entry, Receipt Receipt)
{
    /// <summary>The decision in an event; null where there is none of the desk's.</summary>
    public static Ruling? In(FloorEvent step) => step switch
    {
        LeadEvent.Offered e => new(e.Lead, e.Rep, e.Entry, e.Receipt),
        LeadEvent.Taken { Way: TakeWay.Pushed, Entry: { } entry, Receipt: { } receipt } e => new(e.Lead, e.Rep, entry, receipt),
        LeadEvent.Taken { Entry: { } entry, Receipt: { PhotoFinishMs: not null } receipt } e => new(e.Lead, e.Rep, entry, receipt),
        _ => null,
    };

    /// <summary>Makes it anew on the floor just before it, with its number in the log and its time (UTC). Null = now nobody could have the lead.</summary>
    public Ruling? Anew(SalesFloor floor, long seq, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(floor);
        if (floor.Find(Lead) is not { Stay: { } stay } lead || floor.Plan.Find(stay.Lane) is not { } lane)
        {
            return null;
        }

        return Decide(floor, lane, lead, seq, at) is var (ranked, receipt) ? new(Lead, ranked.First, ranked.Entry, receipt) : null;
    }

    /// <summary>The same winner, the same entry, the same receipt.</summary>
    public bool IsSame(Ruling? other) =>
        other is not null
        && other.Lead == Lead
        && other.Rep == Rep
        && other.Entry.Slices.AsSpan().SequenceEqual(Entry.Slices.AsSpan())
        && other.Entry.ReceivedBefore == Entry.ReceivedBefore
        && other.Receipt.Equals(Receipt);

    /// <summary>The end of a photo finish among those who pressed, else the lane's ranking among the eligible.</summary>
    private (Ranked Ranked, Receipt Receipt)? Decide(SalesFloor floor, LaneRules lane, Lead lead, long seq, DateTimeOffset at)
    {
        var today = floor.DayOf(at);
        if (Receipt.PhotoFinishMs is not null)
        {
            return lead.Finish is null ? null : FinishLine.Decide(floor, lane, lead, at, today, seq);
        }

        var field = Field.Of(floor, lane, lead, at, today, Put.Desk);
        if (field.Eligible.IsEmpty)
        {
            return null;
        }

        var ranked = lane.Method.Ranking.Rank(floor, lane, lead, field.Eligible, seq);
        return (ranked, Receipts.Of(lane, ranked, field));
    }
}
