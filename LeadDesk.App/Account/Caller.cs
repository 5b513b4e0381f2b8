using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>Who calls: a person, a source, or nobody who is known.</summary>
public readonly record struct Caller(RepId? Rep, string? Source);
