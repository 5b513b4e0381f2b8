namespace LeadDesk.App.Rules;

/// <summary>A lead that somebody else would have had; null = nobody.</summary>
public sealed record DryRunMove(Guid LeadId, string? Product, Guid? FromId, string? FromName, Guid? ToId, string? ToName, string? LaneBefore, string? LaneAfter);
