using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Lab;

/// <summary>
/// What one lead would meet right now: the same engine on a round that nobody keeps. Steps = the lanes that were asked, in order, and whether
/// they take it; Lane is where it comes to stand, null = the managers; Field = who could have it there and why the others could not.
/// </summary>
public sealed record Trial(ImmutableArray<TrialStep> Steps, Lead Lead, LaneRules? Lane, Receipt? Receipt, ImmutableArray<RepId> Eligible, ImmutableArray<PassedOver> PassedOver)
{
    /// <summary>Draft = lanes that are not in force; null = the floor as it is.</summary>
    public static Trial Of(SalesFloor floor, FloorPlan? draft, LeadId id, string source, Facts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(facts);
        var round = new Round(floor, now, Actor.Desk);
        if (draft is not null)
        {
            Engine.Publish(round, draft);
        }

        round.Emit(new LeadEvent.Received(id, source, facts, now, LeadState.Waiting, null, null));
        Engine.Route(round, id, WaitCause.Received);
        var lead = round.Floor.Leads[id];
        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        var receipt = round.Events.Select(e => e.Event).OfType<LeadEvent>().Where(e => e.Lead == id).Select(ReceiptOf).LastOrDefault(r => r is not null);
        var field = lane is null || receipt is not null ? null : Field.Of(round.Floor, lane, lead, now, round.Today, lane.Method.Offer.IsPull ? Put.Self : Put.Desk);
        return new(
            Asked(round.Floor.Plan, source, facts),
            lead,
            lane,
            receipt,
            receipt is not null ? [.. receipt.Eligible.Select(c => c.Rep)] : [.. field?.Eligible.Select(r => r.Number) ?? []],
            receipt is not null ? receipt.PassedOver.Items : field?.PassedOver ?? []);
    }

    private static Receipt? ReceiptOf(LeadEvent step) => step switch
    {
        LeadEvent.Offered e => e.Receipt,
        LeadEvent.Taken e => e.Receipt,
        _ => null,
    };

    private static ImmutableArray<TrialStep> Asked(LanePlan plan, string source, Facts facts)
    {
        var first = plan.Choose(source, facts);
        return [.. plan.Lanes.Take((first?.Index ?? plan.Lanes.Length - 1) + 1).Select(l => new TrialStep(l.Key, l == first))];
    }
}
