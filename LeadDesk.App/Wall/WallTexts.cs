namespace LeadDesk.App.Wall;

/// <summary>Names the resource file with the words of the wallboard and of its links.</summary>
public sealed class WallTexts;
