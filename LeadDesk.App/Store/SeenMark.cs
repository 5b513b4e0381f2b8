namespace LeadDesk.App.Store;

/// <summary>Marks a source's external id, or a caller's idempotency key, as used by the event <paramref name="Seq"/>; a later mark takes the place of an earlier one.</summary>
public sealed record SeenMark(string Source, string Key, Guid Lead, long Seq);
