using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>Dealing cards: round and round in the order of the lane's list. Who is not there is skipped; where the lane says so, one missed turn is kept for them.</summary>
public sealed class StrictRotation : InLine
{
    public static readonly PeopleKnob Order = new("order");

    /// <summary>Whether somebody here but busy when their turn came has it kept: one turn, however many they miss.</summary>
    public static readonly YesNoKnob KeepMissed = new("keepMissed");

    public override ImmutableArray<Knob> Knobs => [Order, KeepMissed];

    internal override Line Line(SalesFloor floor, LaneRules lane, Lead lead)
    {
        var circle = new Circle(floor, lane.Key, lane.Of(Order));
        return lane.Of(KeepMissed) ? new WithKeptTurns(floor, lane, circle) : new Line(r => circle.Behind(r), Ground.Order);
    }

    private sealed class WithKeptTurns(SalesFloor floor, LaneRules lane, Circle circle) : Line(r => Place(lane, circle, r), Ground.Order)
    {
        public override Ground GroundFor(Rep first) => first.TurnIn(lane.Key).Owed ? Ground.KeptTurn : Ground.Order;

        public override ImmutableArray<RepId> KeptFor(Rep first, ImmutableArray<Rep> eligible, Lead lead)
        {
            if (first.TurnIn(lane.Key).Owed)
            {
                return [];
            }

            var reached = circle.Behind(first);
            return [.. floor.People.Where(p => circle.Behind(p) < reached && IsHereButBusy(p, lead) && !eligible.Any(r => r.Number == p.Number)).Select(p => p.Number)];
        }

        private bool IsHereButBusy(Rep rep, Lead lead) =>
            rep.Terms is { Active: true, HoldsLeads: true }
            && rep.OptInTo(lane.Key).On
            && !rep.TurnIn(lane.Key).Owed
            && !lead.Holders.Contains(rep.Number)
            && Eligibility.InRing(rep.Terms, lane, lead.Stay?.Ring ?? 0, lead.Facts)
            && (rep.Presence is Presence.Break or Presence.WithCustomer or Presence.Away || (rep.Presence == Presence.Available && rep.PlacesUsed >= rep.Terms.Places) || rep.Offer is not null);

        // Kept turns come before all others, in the order of the circle.
        private static long Place(LaneRules lane, Circle circle, Rep rep) => rep.TurnIn(lane.Key).Owed ? circle.Behind(rep) - int.MaxValue : circle.Behind(rep);
    }
}
