using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// The fair-share ledger decides: everybody eligible is due their share, and the largest balance after that has the turn (greedy fair
/// carpooling: Fagin &amp; Williams 1983). Ties: longest since last received in this lane, fewest open leads, open dice.
/// </summary>
public sealed class FairShare : RankingOrder
{
    /// <summary>Everybody's part of one lead, in the same order; the order of the dice decides who gets a left-over unit.</summary>
    public static (ImmutableArray<Rep> InOrder, ImmutableArray<Slice> Slices) Shares(SalesFloor floor, string lane, ImmutableArray<Rep> sharers, long entry)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var ledger = floor.LedgerOf(lane);
        var secret = Convert.FromHexString(floor.Secret);
        var inOrder = sharers.Length <= 40 && sharers.All(r => r.Terms.Weight == sharers[0].Terms.Weight)
            ? sharers
            : [.. sharers.OrderBy(r => Dice.Throw(secret, entry, r.Number))];
        return (inOrder, Share.Split([.. inOrder.Select(r => new Sharer(r.Number, r.Terms.Weight, ledger.Of(r.Number).LastReceived))]));
    }

    public override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        var ledger = floor.LedgerOf(lane.Key);
        var secret = Convert.FromHexString(floor.Secret);
        var (inOrder, slices) = Shares(floor, lane.Key, eligible, entry);
        var hands = new Hand[inOrder.Length];
        for (var i = 0; i < hands.Length; i++)
        {
            var rep = inOrder[i];
            var account = ledger.Of(rep.Number);
            hands[i] = new(rep.Number, account.Balance + slices[i].Amount, account.LastReceived, rep.Holdings.Open, new Lazy<ulong>(() => Dice.Throw(secret, entry, rep.Number)));
        }

        Array.Sort(hands, Hand.InTurn);
        return new(
            [.. hands.Select(h => new Candidate(h.Rep, long.CreateSaturating(h.Balance)))],
            new Entry(entry, lane.Key, slices, hands[0].Rep, hands[0].LastReceived),
            hands.Length == 1 ? null : Hand.Decided(hands[0], hands[1]));
    }
}
