using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>What the tie-break chain compares of one person: balance, last received, open leads, dice.</summary>
internal sealed record Hand(RepId Rep, Int128 Balance, long LastReceived, int Open, Lazy<ulong> Dice)
{
    public static IComparer<Hand> InTurn { get; } = Comparer<Hand>.Create(static (a, b) =>
    {
        var order = b.Balance.CompareTo(a.Balance);
        order = order != 0 ? order : a.LastReceived.CompareTo(b.LastReceived);
        order = order != 0 ? order : a.Open.CompareTo(b.Open);
        return order != 0 || ReferenceEquals(a, b) ? order : a.Dice.Value.CompareTo(b.Dice.Value);
    });

    /// <summary>The first link of the chain at which two people differ.</summary>
    public static TieBreak Decided(Hand a, Hand b) =>
        a.Balance != b.Balance ? TieBreak.T1
        : a.LastReceived != b.LastReceived ? TieBreak.T2
        : a.Open != b.Open ? TieBreak.T3
        : TieBreak.T4;
}
