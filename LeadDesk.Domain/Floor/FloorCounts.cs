namespace LeadDesk.Domain.Floor;

/// <summary>The floor in six numbers.</summary>
public sealed record FloorCounts(int Waiting, int Offered, int Owned, int Late, int AboutToMiss, int Held);
