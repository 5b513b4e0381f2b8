namespace LeadDesk.App.Words;

/// <summary>A line beside a rule; IsWarning = something is wrong, else it is only good to know.</summary>
public sealed record RuleWarning(string Text, bool IsWarning);
