using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Lab;

/// <summary>
/// What became of one lead in a replay. Lane = where its last owner took it, "managers" for their list, null = nobody has it yet; Wait = from
/// its arrival to the first human attempt, in working time of the first lane it came to; Passes = offers that were passed or ran out.
/// </summary>
public sealed record ReplayedLead(LeadId Id, DateTimeOffset At)
{
    public string? Lane { get; init; }

    public RepId? Owner { get; init; }

    public TimeSpan? Wait { get; init; }

    public bool Late { get; init; }

    public int Passes { get; init; }

    /// <summary>Nobody took it from a pool in time, so that the fallback did.</summary>
    public bool LeftBehind { get; init; }

    /// <summary>No rule could place it.</summary>
    public bool WithManagers { get; init; }

    public bool Closed { get; init; }
}
