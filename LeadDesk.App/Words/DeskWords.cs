namespace LeadDesk.App.Words;

/// <summary>Marks the resource file with the words of refusals and reasons.</summary>
public sealed class DeskWords;
