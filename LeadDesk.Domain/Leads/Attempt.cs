using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>A human try to reach the customer. Its note, if any, lies with the personal data under the same number.</summary>
public sealed record Attempt(long Number, DateTimeOffset At, RepId By, Channel Channel, AttemptResult Result, DateTimeOffset? NextAt);
