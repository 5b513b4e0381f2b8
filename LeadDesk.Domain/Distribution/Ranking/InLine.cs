using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>People stand in a line and whoever is first receives alone: no balance moves. Ties: longest since last received in this lane, fewest open leads, open dice.</summary>
public abstract class InLine : RankingOrder
{
    public sealed override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        var ledger = floor.LedgerOf(lane.Key);
        var secret = Convert.FromHexString(floor.Secret);
        var line = Line(floor, lane, lead);
        var inLine = eligible
            .Select(r => (Rep: r, Place: line.PlaceOf(r), Hand: new Hand(r.Number, 0, ledger.Of(r.Number).LastReceived, r.Holdings.Open, new Lazy<ulong>(() => Dice.Throw(secret, entry, r.Number)))))
            .OrderBy(p => p.Place).ThenBy(p => p.Hand, Hand.InTurn).ToArray();
        var first = inLine[0];
        var ranked = new Ranked(
            [.. inLine.Select(p => new Candidate(p.Hand.Rep, 0))],
            Entry.Alone(entry, lane.Key, first.Hand.Rep, first.Hand.LastReceived),
            inLine.Length > 1 && first.Place == inLine[1].Place ? Hand.Decided(first.Hand, inLine[1].Hand) : null);
        return ranked with { Ground = inLine.Length > 1 ? line.GroundFor(first.Rep) : null, Kept = line.KeptFor(first.Rep, eligible, lead), Figures = line.Figures(eligible) };
    }

    /// <summary>The line as it stands for one decision.</summary>
    internal abstract Line Line(SalesFloor floor, LaneRules lane, Lead lead);
}
