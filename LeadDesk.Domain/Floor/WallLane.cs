namespace LeadDesk.Domain.Floor;

/// <summary>How much waits in a lane, as a band: 0, 1-2, 3-5, 6+.</summary>
public sealed record WallLane(string Lane, string Name, string Band);
