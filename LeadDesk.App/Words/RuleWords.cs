namespace LeadDesk.App.Words;

/// <summary>Marks the resource file with the words of the rules: ways of sharing, conditions, differences, warnings.</summary>
public sealed class RuleWords;
