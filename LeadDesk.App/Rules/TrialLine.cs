namespace LeadDesk.App.Rules;

/// <summary>A rule that was asked, by its name, and whether it takes the lead.</summary>
public sealed record TrialLine(string Lane, string Name, bool Takes);
