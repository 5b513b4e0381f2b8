namespace LeadDesk.App.RepDesk;

/// <summary>A note to keep with a lead.</summary>
public sealed record NoteAsk(Guid Id, string Text);
