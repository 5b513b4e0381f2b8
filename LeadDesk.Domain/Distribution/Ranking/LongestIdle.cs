using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>First available: whoever handled a lead longest ago. Known bias: who is quick gets more.</summary>
public sealed class LongestIdle : InLine
{
    internal static Line ByLastHandled { get; } = new(r => r.LastHandled, Ground.Idle);

    internal override Line Line(SalesFloor floor, LaneRules lane, Lead lead) => ByLastHandled;
}
