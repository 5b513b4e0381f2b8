using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Credits;

/// <summary>Somebody's part in a lead, in percent, since when (UTC).</summary>
public sealed record Credit(RepId Rep, CreditKind Kind, int Percent, DateTimeOffset At);
