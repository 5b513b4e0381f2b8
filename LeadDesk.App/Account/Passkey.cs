namespace LeadDesk.App.Account;

/// <summary>A passkey as its person sees it.</summary>
public sealed record Passkey(string Id, string Name, DateTimeOffset AddedAt);
