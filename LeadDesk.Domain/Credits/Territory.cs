using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Credits;

/// <summary>
/// Whose territory a lead belongs to: of the people of the lane's territory teams the one with the longest region that its postcode
/// begins with, or else its region by name. They have what the incoming-call group did not win in its time, and a part in what it won.
/// </summary>
public static class Territory
{
    private static readonly ImmutableArray<string> Counts = ["calls", "contacts", "sales"];

    public static readonly TextsKnob Teams = new("territoryTeams");

    /// <summary>What the territory's manager must have done in the month of a win to be credited too.</summary>
    public static readonly TableKnob Quotas = new("quotas", Counts, 0, 100_000, Sorted.None<int>());

    /// <summary>Tries by half of the ownership window, or it goes on early; 0 = nobody counts.</summary>
    public static readonly WholeKnob LeastAttempts = new("leastAttempts", 0, 50, 6);

    public static RepId? Of(SalesFloor floor, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        var teams = lane.Of(Teams);
        var ledger = floor.LedgerOf(lane.Key);
        return floor.People
            .Where(p => p.Terms is { Active: true, HoldsLeads: true, IsWatching: false } && (teams.IsEmpty || p.Terms.Teams.Any(t => teams.Contains(t, StringComparer.Ordinal))))
            .Select(p => (p.Number, Fit: Fitting.Region(p.Terms, lead.Facts), ledger.Of(p.Number).LastReceived, p.Holdings.Open))
            .Where(p => p.Fit > 0)
            .OrderByDescending(p => p.Fit).ThenBy(p => p.LastReceived).ThenBy(p => p.Open).ThenBy(p => Dice.Throw(Convert.FromHexString(floor.Secret), lead.ReceivedSeq, p.Number))
            .Select(p => (RepId?)p.Number)
            .FirstOrDefault();
    }

    /// <summary>The time of the incoming-call group is over: the territory's manager has the lead, with its history; without one it goes to the pool or to the managers.</summary>
    public static void Take(Round round, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        if (Of(round.Floor, lane, lead) is { } manager && manager != lead.Owner)
        {
            var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk);
            var entry = Entry.Alone(round.NextSeq, lane.Key, manager, round.Floor.LedgerOf(lane.Key).Of(manager).LastReceived);
            round.Emit(new LeadEvent.Taken(lead.Id, manager, TakeWay.Territory, lane.OwnersDue(round.Now, lead.Due?.Due), entry, Receipts.Chosen(lane, field, manager), Forced: false));
            Engine.DispatchAll(round);
        }
        else if (SecondChance.For(round.Floor.Plan, lead) is not null)
        {
            LeadLife.Lose(round, lead, LossWay.WindowOver, strike: false);
        }
        else
        {
            round.Emit(new LeadEvent.Lost(lead.Id, lead.Owner!.Value, LossWay.WindowOver, Strike: false, null));
            Engine.DispatchAll(round);
        }
    }

    /// <summary>Whether somebody has met every quota of a lane in the month of this day.</summary>
    public static bool MetQuotas(Rep rep, LaneRules lane, CalendarDay day)
    {
        ArgumentNullException.ThrowIfNull(rep);
        ArgumentNullException.ThrowIfNull(lane);
        var done = rep.WorkIn(day.Month);
        return lane.Of(Quotas).All(q => q.Value <= (q.Key.ToUpperInvariant() switch { "CALLS" => done.Calls, "CONTACTS" => done.Contacts, _ => done.Sales }));
    }
}
