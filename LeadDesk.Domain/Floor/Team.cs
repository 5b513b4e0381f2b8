namespace LeadDesk.Domain.Floor;

/// <summary>A group of people.</summary>
public sealed record Team(string Key, string Name, string? Location);
