namespace LeadDesk.Domain.Lab;

/// <summary>One lane under two sets of rules; null = that set has no such lane.</summary>
public sealed record LaneComparison(string Lane, Figures? Before, Figures? After);
