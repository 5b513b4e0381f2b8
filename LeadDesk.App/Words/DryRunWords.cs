namespace LeadDesk.App.Words;

/// <summary>Marks the resource file with the words of dry runs.</summary>
public sealed class DryRunWords;
