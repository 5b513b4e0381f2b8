using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>A waiting lead's place: Rank by the lane's order (smaller first, does not change with time; 0 = by age alone), Age by when it runs from, ties by reception.</summary>
public readonly record struct QueueKey(double Rank, long Age, long Received, LeadId Lead)
{
    /// <summary>By the lane's order.</summary>
    public static IComparer<QueueKey> InOrder { get; } = Comparer<QueueKey>.Create(static (a, b) =>
    {
        var byRank = a.Rank.CompareTo(b.Rank);
        return byRank != 0 ? byRank : ByAge!.Compare(a, b);
    });

    /// <summary>The oldest first.</summary>
    public static IComparer<QueueKey> ByAge { get; } = Comparer<QueueKey>.Create(static (a, b) =>
    {
        var byAge = a.Age.CompareTo(b.Age);
        return byAge != 0 ? byAge : a.Received.CompareTo(b.Received);
    });

    /// <summary>Whether it is given out before another one: whoever ran from before `starved` first, the oldest of them, then by the lane's order.</summary>
    public bool ComesBefore(QueueKey other, DateTimeOffset starved)
    {
        var limit = starved.UtcTicks;
        return (Age < limit, other.Age < limit) switch
        {
            (true, false) => true,
            (false, true) => false,
            (true, true) => ByAge.Compare(this, other) < 0,
            _ => InOrder.Compare(this, other) < 0,
        };
    }

    public static QueueKey Of(Lead lead, LeadOrder order)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var age = lead.RunsFrom.UtcTicks;
        return new(RankOf(lead, order, age), age, lead.ReceivedSeq, lead.Id);
    }

    // Hot: ln(score) + sent/τ with τ = 30 minutes, a key that does not change with time.
    private static double RankOf(Lead lead, LeadOrder order, long age) => order switch
    {
        LeadOrder.Fifo => 0,
        LeadOrder.Lifo => -age,
        // Never 0, because that says "by age alone".
        LeadOrder.Score => -(lead.Facts.Score ?? 0) - 0.5,
        LeadOrder.Hot => -(Math.Log(Math.Max(1, lead.Facts.Score ?? 1)) + (age / (double)TimeSpan.FromMinutes(30).Ticks)),
        LeadOrder.Deadline => lead.Due?.Due.UtcTicks ?? long.MaxValue,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
