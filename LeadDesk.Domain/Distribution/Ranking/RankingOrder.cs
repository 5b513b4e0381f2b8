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

    /// <summary>It looks back at what people received and won.</summary>
    public virtual bool LooksBack => false;

    /// <summary>Where everybody stands now, best first, where the ranking looks back at what people did; else empty.</summary>
    public virtual ImmutableArray<Standing> Standings(SalesFloor floor, LaneRules lane) => [];

    public abstract Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry);
}
