namespace LeadDesk.App.Desk;

/// <summary>That nothing could be written: the case, which a page puts into its reader's words, and the English sentence that programs are told.</summary>
public sealed record Unwritten(Standstill Why, string Words);
