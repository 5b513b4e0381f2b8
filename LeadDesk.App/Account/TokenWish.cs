namespace LeadDesk.App.Account;

/// <summary>A token that somebody chose for a person or a source, in a floor file for instance.</summary>
internal sealed record TokenWish(Guid? Person, string? Source, string Token);
