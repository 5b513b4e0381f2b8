namespace LeadDesk.App.Account;

/// <summary>A token just made. Its text is shown this once: only the hash is kept.</summary>
public sealed record NewToken(Guid Id, string Token);
