namespace LeadDesk.App.Words;

/// <summary>Marks the resource file with what is said about a field that is wrong.</summary>
public sealed class FaultWords;
