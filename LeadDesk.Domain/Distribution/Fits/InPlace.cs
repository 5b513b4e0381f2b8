using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Fits;

/// <summary>Where a lane says that its places are hard, whoever has nothing to do with the customer's place cannot have the lead at all; a place that is nobody's waits for nobody.</summary>
public sealed class InPlace(ByPlace places) : MethodFit
{
    public static readonly YesNoKnob Hard = new("hard");

    public override ImmutableArray<Knob> Knobs => [Hard];

    public override object? WishOf(LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        var facts = lead.Facts;
        return !lane.Of(Hard) || Variety.Has(lane, lead) ? null : (facts.Region, facts.Postcode, facts.Country, facts.Language);
    }

    public override bool Fits(SalesFloor floor, Rep rep, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        if (!lane.Of(Hard) || Variety.Has(lane, lead))
        {
            return true;
        }

        var closeness = places.Closeness(floor, lane, lead);
        return closeness(rep) > 0 || !floor.People.Any(p => p.Terms is { Active: true, HoldsLeads: true } && closeness(p) > 0);
    }
}
