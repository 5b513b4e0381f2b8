namespace LeadDesk.Domain.Distribution;

/// <summary>What decided between the first two: the balance, the longest wait, the fewest open leads, or the open dice.</summary>
public enum TieBreak
{
    T1 = 1,
    T2,
    T3,
    T4,
}
