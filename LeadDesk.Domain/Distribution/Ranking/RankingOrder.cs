using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>In which order eligible people come. One ranking a file; it never looks at join date, id or name.</summary>
public abstract class RankingOrder
{
    /// <summary>What a lane may set about it.</summary>
    public virtual ImmutableArray<Knob> Knobs => [];

    public abstract Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry);
}
