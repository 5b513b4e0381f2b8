namespace LeadDesk.App.Shell;

/// <summary>A short sentence about what was just done, shown until Until (UTC); with an action id it can be undone.</summary>
public sealed record ToastNote(string Text, Guid? ActionId, DateTimeOffset Until);
