namespace LeadDesk.App.Desk;

/// <summary>Caller, route and key in one, and a hash of the request's body.</summary>
public sealed record RetryKey(string Scope, string Body);
