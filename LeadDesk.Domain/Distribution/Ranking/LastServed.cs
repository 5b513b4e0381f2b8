using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>Who served this account last, then whoever handled a lead longest ago.</summary>
public sealed class LastServed : InLine
{
    private const string Affinity = "affinity";

    /// <summary>What "last used" means: who served this account last and then the longest idle, or the longest idle alone.</summary>
    public static readonly ChoiceKnob LastUsed = new("lastUsed", [Affinity, "longestIdle"], Affinity);

    public override ImmutableArray<Knob> Knobs => [LastUsed];

    internal override Line Line(SalesFloor floor, LaneRules lane, Lead lead)
    {
        var first = lane.Of(LastUsed) == Affinity ? StandIn.For(floor, lead, floor.DayOf(floor.At).Day) : null;
        return new ServedFirst(first, first == lead.KnownOwner ? Ground.Served : Ground.StandsIn);
    }

    private sealed class ServedFirst(RepId? served, Ground ground) : Line(r => r.Number == served ? -1 : r.LastHandled, Ground.Idle)
    {
        public override Ground GroundFor(Rep first)
        {
            ArgumentNullException.ThrowIfNull(first);
            return first.Number == served ? ground : base.GroundFor(first);
        }
    }
}
