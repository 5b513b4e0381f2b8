namespace LeadDesk.App.Account;

/// <summary>One button of the demo shop's sign-in page.</summary>
public sealed record DemoSignIn(string Label, Guid Account);
