namespace LeadDesk.App.Settings;

/// <summary>A key to make: what it is called, and the source it is for where it is not one's own.</summary>
public sealed record NewTokenAsk(string Name, string? Source);
