namespace LeadDesk.App.Rules;

/// <summary>Marks the resource file with the words of the standings.</summary>
public sealed class StandingWords;
