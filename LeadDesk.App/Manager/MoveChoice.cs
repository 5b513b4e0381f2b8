namespace LeadDesk.App.Manager;

/// <summary>A person that leads may be moved to, in words why they stand where they stand, and how many places they have free.</summary>
public sealed record MoveChoice(Guid Id, string Name, string Why, int Free);
