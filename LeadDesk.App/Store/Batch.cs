namespace LeadDesk.App.Store;

/// <summary>Everything that one commit makes durable: events with gapless numbers, and the marks by which they are found again.</summary>
public sealed record Batch(IReadOnlyList<LogLine> Lines, IReadOnlyList<SeenMark> Seen, IReadOnlyList<ContactMark> Contacts);
