namespace LeadDesk.App.Account;

/// <summary>How a person signs in. Found again by e-mail, without regard to case; a secret that is null stays as it is.</summary>
public sealed record Provision(string Name, string Email, string? Password = null, string? Token = null, string? Pin = null);
