namespace LeadDesk.App.Store;

/// <summary>One event to append: its number, UTC milliseconds, codes of printable ASCII, the event's bytes, and the personal text that goes beside the log.</summary>
public sealed record LogLine(
    long Seq,
    long At,
    string? Actor,
    string? Via,
    string Act,
    string? Lead,
    string? Before,
    string? After,
    long? Version,
    string? Reason,
    string? Lane,
    byte[] Body,
    Personal? Personal);
