namespace LeadDesk.App.Manager;

/// <summary>A move that met a hard block, in words, and waits for a yes or no. What is moved after all belongs to the action that began it, so that one undo takes both back.</summary>
public sealed record Blocked(AssignAsk Ask, string Why, Guid Action);
