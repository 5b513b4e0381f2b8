using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Fits;

/// <summary>Seniors are for those whom others have warmed up: what comes in goes to everybody else.</summary>
public sealed class NotSenior : MethodFit
{
    public override ImmutableArray<Knob> Knobs => [WarmUp.Script, WarmUp.SeniorTeams, WarmUp.SeniorFrom, WarmUp.TransferSeconds];

    public override object? WishOf(LaneRules lane, Lead lead) => null;

    public override bool Fits(SalesFloor floor, Rep rep, LaneRules lane, Lead lead) => !WarmUp.IsSenior(rep, lane);
}
