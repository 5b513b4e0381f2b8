namespace LeadDesk.App.Counter;

/// <summary>Somebody came in: a name, and how to reach them if they said so.</summary>
public sealed record WalkInAsk(string Name, string? Reach);
