namespace LeadDesk.App.Shell;

/// <summary>Names the resource file that holds every sentence people read; one more file per language.</summary>
public sealed class Texts;
