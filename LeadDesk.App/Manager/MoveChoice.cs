namespace LeadDesk.App.Manager;

/// <summary>A person a lead may be moved to, and in words why they stand where they stand.</summary>
public sealed record MoveChoice(Guid Id, string Name, string Why);
