namespace LeadDesk.App.Rules;

/// <summary>A manager wants these rules in force, and says why.</summary>
public sealed record PublishAsk(RulesDraft Draft, string Reason);
