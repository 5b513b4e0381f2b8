namespace LeadDesk.Domain.Floor;

/// <summary>A time (UTC) at which a senior can call a customer back.</summary>
public sealed record SlotCard(DateTimeOffset At, Guid PersonId, string? Name);
