using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>A claim made while a photo finish is open (UTC), and what is kept of its answer for a retry if it wins.</summary>
public sealed record Press(RepId Rep, DateTimeOffset At, Kept? Retry);
