using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Lab;

/// <summary>
/// Leads and presence of the past under rules of one's own, in simulated time that jumps from one thing that happens to the next. The desk
/// is the real one: the same engine, lives, clocks and fold. Only what people do is made up, by a <see cref="RepModel"/>. Begins with an
/// empty floor and ledgers at nothing, and ends when every lead is done with.
/// </summary>
public sealed partial class Replay
{
    /// <summary>So long after the last lead it ends in any case; what is open then was never done with.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(21);

    private readonly History history;
    private readonly RepModel model;
    private readonly PriorityQueue<Deed, (long At, long Order)> deeds = new();
    private readonly Dictionary<LeadId, ReplayedLead> leads = [];
    private readonly DateTimeOffset end;
    private long order;
    private int closed;
    private DateTimeOffset wake;

    public Replay(History history, FloorPlan rules, RepModel model)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(model);
        (this.history, this.model) = (history, model);
        Total = history.LeadCount;
        if (history.Span is not var (first, last))
        {
            return;
        }

        (Now, end) = (first, last + Patience);
        Do(round =>
        {
            round.Emit(new FloorEvent.PlanPublished(rules));
            foreach (var stamped in history.Before)
            {
                round.Emit(stamped.Event);
            }
        });
        OpenDay();
        wake = NextWake();
        foreach (var (stamped, index) in history.During.Select((e, i) => (e, i)))
        {
            Plan(stamped.At, new Deed(DeedKind.Outside, default, default, index));
        }
    }

    public SalesFloor Floor { get; private set; } = SalesFloor.Empty;

    /// <summary>The simulated time, UTC.</summary>
    public DateTimeOffset Now { get; private set; }

    public int Total { get; }

    /// <summary>How many leads have arrived so far.</summary>
    public int Arrived => leads.Count;

    /// <summary>The furthest that anybody's balance ever was from nothing in any lane, in leads.</summary>
    public double WidestBalance { get; private set; }

    /// <summary>In order of arrival.</summary>
    public ImmutableArray<ReplayedLead> Leads => [.. history.Leads.Where(l => leads.ContainsKey(l.Lead)).Select(l => leads[l.Lead])];

    /// <summary>Everything up to and including the next moment at which something happens; false = nothing is left to happen.</summary>
    public bool Step()
    {
        if (closed == Total || NextTime() is not { } next || next > end)
        {
            return false;
        }

        Now = next > Now ? next : Now;
        if (Now >= wake)
        {
            WakeUp();
        }

        if (!Floor.Agenda.IsEmpty && Floor.Agenda[0].At <= Now)
        {
            Do(SweepAll);
        }

        while (deeds.TryPeek(out _, out var due) && due.At <= Now.UtcTicks)
        {
            Perform(deeds.Dequeue());
        }

        return true;
    }

    /// <summary>To its end.</summary>
    public ImmutableArray<ReplayedLead> Run()
    {
        while (Step())
        {
        }

        return Leads;
    }

    private static void SweepAll(Round round)
    {
        while (!Clockwork.Sweep(round))
        {
        }
    }

    /// <summary>Opening hours and shifts begin or end, or a day does: what waits may find somebody now.</summary>
    private void WakeUp()
    {
        if (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Floor.Plan.Zone).Date) != Floor.Day)
        {
            OpenDay();
        }

        Do(round =>
        {
            Clockwork.EndShifts(round);
            Engine.DispatchAll(round);
        });
        wake = NextWake();
        foreach (var rep in Floor.People)
        {
            Plan(Now, new Deed(DeedKind.Look, rep.Number, default, 0));
        }
    }

    private void OpenDay()
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Floor.Plan.Zone).Date);
        var secret = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{model.Seed} {day:O}")));
        Do(round => round.Emit(new FloorEvent.DayOpened(day, Convert.ToHexString(secret))));
    }

    private DateTimeOffset NextWake()
    {
        var zone = Floor.Plan.Zone;
        var midnight = TimeZoneInfo.ConvertTime(Now, zone).Date.AddDays(1);
        // Where the clock goes forward at midnight, the day begins an hour later.
        var next = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
        next = next > Now ? next : Now.AddHours(1);
        foreach (var hours in Floor.Plan.Lanes.Select(l => l.Hours).Concat(Floor.People.Select(p => p.Terms.Shift).OfType<Clocks.OpeningHours>()))
        {
            if (!hours.IsAlways && hours.NextChange(Now) is { } change && change < next)
            {
                next = change;
            }
        }

        return next;
    }

    private DateTimeOffset? NextTime()
    {
        var next = wake;
        if (deeds.TryPeek(out _, out var due) && due.At < next.UtcTicks)
        {
            next = new DateTimeOffset(due.At, TimeSpan.Zero);
        }

        // What is due in a closed lane waits for its opening, and must not stop the time.
        var agenda = Floor.Agenda;
        var at = ~agenda.IndexOf(new Moment<LeadId>(Now.AddTicks(1), default));
        return at >= 0 && at < agenda.Count && agenda[at].At < next ? agenda[at].At : next;
    }

    private void Plan(DateTimeOffset at, Deed deed) => deeds.Enqueue(deed, (at.UtcTicks, order++));

    /// <summary>One round of the desk; then people see what happened in it.</summary>
    private void Do(Action<Round> act)
    {
        var round = new Round(Floor, Now, Actor.Desk);
        act(round);
        Floor = round.Floor;
        foreach (var stamped in round.Events)
        {
            Note(stamped.Event);
            See(stamped.Event);
        }
    }

    private void Note(FloorEvent step)
    {
        switch (step)
        {
            case LeadEvent.Received e:
                leads[e.Lead] = new(e.Lead, Now);
                break;
            case LeadEvent.ToManagers e:
                leads[e.Lead] = leads[e.Lead] with { WithManagers = true, LeftBehind = leads[e.Lead].LeftBehind || e.Cause == WaitCause.LeftBehind };
                break;
            case LeadEvent.Entered { Cause: WaitCause.LeftBehind } e:
                leads[e.Lead] = leads[e.Lead] with { LeftBehind = true };
                break;
            case LeadEvent.OfferEnded { Why: OfferEnd.Passed or OfferEnd.TimedOut } e:
                leads[e.Lead] = leads[e.Lead] with { Passes = leads[e.Lead].Passes + 1 };
                break;
            case LeadEvent.Offered e:
                Widen(e.Entry.Lane);
                break;
            case LeadEvent.Taken e:
                leads[e.Lead] = leads[e.Lead] with { Owner = e.Rep, Lane = Floor.Leads[e.Lead].Stay?.Lane ?? Fallback.Managers.Key };
                if (e.Entry is { } entry)
                {
                    Widen(entry.Lane);
                }

                break;
            case LeadEvent.Lost e:
                leads[e.Lead] = leads[e.Lead] with { Owner = null, Lane = null };
                break;
            case LeadEvent.WentLate e:
                leads[e.Lead] = leads[e.Lead] with { Late = true };
                break;
            case LeadEvent.Attempted e when leads[e.Lead].Wait is null:
                // The managers' list has no hours of its own: what came to it at night waits by the lane it came from.
                var hours = Floor.Plan.Find(Floor.Leads[e.Lead].LanesTried is [var first, ..] ? first : null)?.Hours ?? Clocks.OpeningHours.Always;
                leads[e.Lead] = leads[e.Lead] with { Wait = hours.Between(leads[e.Lead].At, Now) };
                break;
            case LeadEvent.Closed e:
                closed++;
                leads[e.Lead] = leads[e.Lead] with { Closed = true };
                break;
        }
    }

    private void Widen(string lane)
    {
        foreach (var account in Floor.LedgerOf(lane).Accounts.Values)
        {
            WidestBalance = Math.Max(WidestBalance, Math.Abs((double)account.Balance / Share.One));
        }
    }
}
