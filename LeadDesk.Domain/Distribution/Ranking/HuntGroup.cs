using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// Looks for somebody free: linear always from the top of the list, circular behind whoever was dealt to last, longestIdle by the last lead
/// handled (a change of presence changes nothing), fewestOpen by open leads.
/// </summary>
public sealed class HuntGroup : InLine
{
    public static readonly ChoiceKnob Kind = new("kind", ["linear", "circular", "longestIdle", "fewestOpen"], "circular");

    public static readonly PeopleKnob Order = StrictRotation.Order;

    /// <summary>For how many seconds it rings at one person at the most.</summary>
    public static readonly WholeKnob RingSeconds = new("ringSeconds", 20, 60, 60);

    public override ImmutableArray<Knob> Knobs => [Kind, Order];

    internal override Line Line(SalesFloor floor, LaneRules lane, Lead lead)
    {
        switch (lane.Of(Kind))
        {
            case "linear":
                var places = Circle.PlacesOf(floor, lane.Of(Order));
                return new Line(r => places[r.Number.Number - 1], Ground.Order);
            case "longestIdle":
                return LongestIdle.ByLastHandled;
            case "fewestOpen":
                return new Line(r => r.Holdings.Open, Ground.FewestOpen);
            default:
                var circle = new Circle(floor, lane.Key, lane.Of(Order));
                return new Line(r => circle.Behind(r), Ground.Order);
        }
    }
}
