namespace LeadDesk.App.Account;

/// <summary>A shared device on which people switch by PIN. Times are UTC.</summary>
public sealed record Device(Guid Id, string Name, Guid ApprovedBy, DateTimeOffset ApprovedAt, DateTimeOffset? LastUsedAt);
