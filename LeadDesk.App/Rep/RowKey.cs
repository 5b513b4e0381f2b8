using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>All that a row of the board shows, and in whose words: where two of these are equal, so are the rows.</summary>
public readonly record struct RowKey(Guid Id, string? Product, string? Source, RequestKind? RequestKind, string? Region, decimal? Value, DateTimeOffset? From, DateTimeOffset? Due, bool Takeable, string Culture, string Language, string Zone, string? Currency);
