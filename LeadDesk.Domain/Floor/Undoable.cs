using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A change that its author may take back for 15 seconds: what the lead or person was before it.</summary>
public sealed record Undoable(long Seq, DateTimeOffset At, RepId By, Lead? Lead, Rep? Rep, long VersionAfter)
{
    /// <summary>What was agreed with the person changed too, and comes back with them.</summary>
    public bool Agreed { get; init; }

    /// <summary>Who counted as having handled a lead last, and when, before this.</summary>
    public ImmutableArray<Handled> Handled { get; init; } = [];

    /// <summary>How long a change may be taken back.</summary>
    public static readonly TimeSpan For = TimeSpan.FromSeconds(15);
}
