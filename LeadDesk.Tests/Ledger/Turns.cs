using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Make;

namespace LeadDesk.Tests.Ledger;

/// <summary>Fair turns by the real ranking, without the rest of the desk: fast enough for tens of thousands of leads.</summary>
internal sealed class Turns(ImmutableArray<int> weights)
{
    private static readonly FairShare Fair = new();
    private static readonly Lead AnyLead = new() { Id = default, Source = "web", SentAt = default, ReceivedAt = default };

    private readonly LaneRules lane = new LanePlan(new FloorPlan { Lanes = [Lanes.Of("fairTurn")] }).Lanes[0];
    private readonly ImmutableArray<Rep> people = [.. weights.Select((w, i) => new Rep { Number = new RepId(i + 1), Id = default, Terms = new RepTerms { WeightThousandths = w } })];
    private SalesFloor floor = SalesFloor.Empty with { Secret = "00ff" };
    private long entries;

    public LaneLedger Ledger => floor.LedgerOf("lane");

    /// <summary>The largest distance from zero ever seen, in units.</summary>
    public Int128 Widest { get; private set; }

    /// <summary>The sum of the squared distances from zero, in leads: how far apart everybody is now.</summary>
    public double Spread => Ledger.Accounts.Values.Sum(a => Math.Pow((double)a.Balance / Share.One, 2));

    /// <summary>One decision among those present (by place); the turn is booked.</summary>
    public Entry Book(IEnumerable<int> present)
    {
        var entry = Fair.Rank(floor, lane, AnyLead, [.. present.Select(i => people[i])], ++entries).Entry;
        Put(Ledger.Book(entry));
        return entry;
    }

    public void Strike(Entry entry) => Put(Ledger.Strike(entry));

    public double Balance(int place) => (double)Ledger.Of(new RepId(place + 1)).Balance / Share.One;

    private void Put(LaneLedger ledger)
    {
        floor = floor with { Ledgers = floor.Ledgers.SetItem("lane", ledger) };
        foreach (var account in ledger.Accounts.Values)
        {
            Widest = Int128.Max(Widest, Int128.Abs(account.Balance));
        }
    }
}
