namespace LeadDesk.App.RepDesk;

/// <summary>One thing that happened to a lead; At is UTC, Said is what somebody wrote.</summary>
public sealed record StoryLine(DateTimeOffset At, string Text, string? Said);
