namespace LeadDesk.App.RepDesk;

/// <summary>Who took a lead that others could have had, in words, and when (UTC).</summary>
public sealed record GoneNote(string Text, DateTimeOffset At);
