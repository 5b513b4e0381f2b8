using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>
/// A lead that its owner lost by time (no attempt by the due, the ownership window over, the owner gone) gets a second chance with
/// somebody else: in the first lane of that method whose filter takes it. Where there is none, it stays in its own lane.
/// </summary>
public static class SecondChance
{
    internal const string Blind = "blindPull";

    /// <summary>How the pool is put to people: an open call, or "next lead".</summary>
    public static readonly ChoiceKnob Inside = new("inside", ["sharkTank", Blind], "sharkTank");

    /// <summary>Working minutes of this lane after which somebody who is Away has lost their leads.</summary>
    public static readonly WholeKnob AwayMinutes = new("awayMinutes", 1, 60 * 24 * 30, 8 * 60);

    /// <summary>The lane that takes a lead which its owner lost; null = none, or it has been there.</summary>
    public static LaneRules? For(LanePlan plan, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(lead);
        foreach (var lane in plan.Rescues)
        {
            if (lane.Lane.When.Takes(lead.Source, lead.Facts) && !lead.LanesTried.Contains(lane.Key, StringComparer.Ordinal))
            {
                return lane;
            }
        }

        return null;
    }

    /// <summary>Owners who left, and those who have been Away for longer than the pool allows, lose what they hold; what a customer asked to wait stays.</summary>
    public static void FromTheGone(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Plan.Rescues.IsEmpty)
        {
            return;
        }

        foreach (var rep in round.Floor.People)
        {
            if (rep.Holdings.Leads.IsEmpty || (rep.Terms.Active && rep.Presence != Presence.Away))
            {
                continue;
            }

            foreach (var lead in rep.Holdings.Leads.Keys.Select(id => round.Floor.Leads[id]).OrderBy(l => l.ReceivedSeq).ToList())
            {
                if (For(round.Floor.Plan, lead) is { } lane && lead.State != LeadState.Parked && lane.Hours.IsOpen(round.Now) && IsGone(rep, lane, round.Now))
                {
                    LeadLife.Lose(round, lead, LossWay.OwnerGone, strike: false);
                }
            }
        }
    }

    private static bool IsGone(Rep rep, LaneRules lane, DateTimeOffset now) =>
        !rep.Terms.Active || lane.Hours.After(rep.PresenceSince, TimeSpan.FromMinutes(lane.Of(AwayMinutes))) <= now;
}
