namespace LeadDesk.App.Store;

/// <summary>An event read back; <paramref name="At"/> in UTC milliseconds, the personal text null where there never was one or it was erased.</summary>
public sealed record StoredEvent(long Seq, long At, string? Actor, string? Via, string Act, string? Lead, byte[] Body, string? PersonalText);
