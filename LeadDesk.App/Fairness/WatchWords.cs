namespace LeadDesk.App.Fairness;

/// <summary>Marks the resource file with the words of the fairness watch.</summary>
public sealed class WatchWords;
