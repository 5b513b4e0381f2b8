using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>What the fairness watch counts as things happen. Nothing is ever decided from it.</summary>
public sealed partial record SalesFloor
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    private SalesFloor Observe(Lead? before, LeadEvent step, Stamped stamped)
    {
        var day = DayOf(stamped.At).Day;
        switch (step)
        {
            // Whoever is asked beside an offer is not measured by whether they reach for it.
            case LeadEvent.Alerted e when before?.Offer is null:
                return this with { Watch = Watch.On(day, d => d.Add(new() { Alerts = 1 }, e.To)) };
            case LeadEvent.Pressed e:
                return Observe(day, e.Rep, new() { Reached = 1 });
            case LeadEvent.Offered e:
                return Observe(day, e.Rep, new() { Offers = 1 });
            case LeadEvent.OfferEnded { Why: OfferEnd.Passed or OfferEnd.TimedOut } e:
                var run = Watch.Run(e.Rep, declined: true);
                return (this with { Watch = run }).Observe(day, e.Rep, new() { Declined = 1, Storms = run.RunOf(e.Rep) == WatchLog.StormAt ? 1 : 0 });
            case LeadEvent.Taken e:
                return ObserveTaken(before!, e, stamped, day);
            case LeadEvent.Lost { Way: LossWay.Reclaimed } e:
                return IsChosen(before!) ? Observe(day, e.Rep, new() { Burned = 1 }) : this;
            case LeadEvent.OwnerWentLate:
                return IsChosen(before!) ? Observe(day, before!.Owner!.Value, new() { Burned = 1 }) : this;
            case LeadEvent.Lost { Way: LossWay.Released } e:
                return before!.Gist?.Way is TakeWay.Pulled or TakeWay.Claimed && !before.Attempts.Any(a => a.By == e.Rep && a.At >= before.OwnedAt) ? Observe(day, e.Rep, new() { Peeked = 1 }) : this;
            case LeadEvent.Closed when before!.Owner is { } owner:
                return Observe(day, owner, Ending(Leads[step.Lead]));
            case LeadEvent.CreditDecided { Approved: true } e:
                return Observe(DayOf(before!.ClosedAt!.Value).Day, e.Rep, new() { Emptied = -1 });
            case LeadEvent.Entered { Cause: WaitCause.LeftBehind or WaitCause.LastRingOver }:
            case LeadEvent.ToManagers { Cause: WaitCause.LeftBehind or WaitCause.LastRingOver }:
                return before!.Stay?.Lane is { } left ? Choose(day, left, before, taken: false) : this;
            default:
                return this;
        }
    }

    private SalesFloor ObserveTaken(Lead before, LeadEvent.Taken e, Stamped stamped, DateOnly day)
    {
        switch (e.Way)
        {
            case TakeWay.Accepted:
                return (this with { Watch = Watch.Run(e.Rep, declined: false) }).Observe(day, e.Rep, new() { Chosen = 1 });
            case TakeWay.Pulled or TakeWay.Claimed:
                // A press was counted when it was made.
                var reached = before.Alerted.ContainsKey(e.Rep) && before.Finish?.Of(e.Rep) is null ? 1 : 0;
                var piled = Person(e.Rep).Holdings.Unanswered.Count > 2 ? 1 : 0;
                var floor = Observe(day, e.Rep, new() { Reached = reached, Chosen = 1, Helped = 1, Piled = piled });
                return before.Stay?.Lane is { } lane ? floor.Choose(day, lane, before, taken: true) : floor;
            case TakeWay.Assigned when stamped.Actor.Rep is { } by:
                return this with { Watch = Watch.On(day, d => d.Pick(by, e.Rep, e.Forced, 1)) };
            default:
                return this;
        }
    }

    /// <summary>What an undo takes back: an end that was none, a lead that was not given by hand after all.</summary>
    private SalesFloor Unobserve(Lead now, Lead was, Undoable undo)
    {
        if (now is { IsClosed: true, Owner: { } owner } && !was.IsClosed)
        {
            var ending = Ending(now);
            return Observe(DayOf(now.ClosedAt!.Value).Day, owner, new() { Ended = -ending.Ended, Emptied = -ending.Emptied });
        }

        return now is { Owner: { } to, Gist: { Way: TakeWay.Assigned } gist } && now.OwnedAt == undo.At && was.Owner != to
            ? this with { Watch = Watch.On(DayOf(undo.At).Day, d => d.Pick(undo.By, to, gist.Forced, -1)) }
            : this;
    }

    private static bool IsChosen(Lead lead) => lead.Gist?.Way is TakeWay.Pulled or TakeWay.Claimed or TakeWay.Accepted;

    private static WatchCount Ending(Lead closed) => new()
    {
        Ended = 1,
        Emptied = closed.Outcome is Outcome.Junk or Outcome.Duplicate or Outcome.NonSales || (closed.Outcome == Outcome.Lost && closed.ClosedAt - closed.OwnedAt < Soon) ? 1 : 0,
    };

    private SalesFloor Observe(DateOnly day, RepId rep, WatchCount more) => this with { Watch = Watch.On(day, d => d.Add(more, rep)) };

    /// <summary>Only where people choose for themselves; an offer that went round says nothing about the lead.</summary>
    private SalesFloor Choose(DateOnly day, string lane, Lead lead, bool taken) =>
        Plan.Find(lane)?.Method.Offer is OpenPool or BlindPool or Alert
            ? this with { Watch = Watch.On(day, d => d.Count(lane, lead.Source, taken, lead.Facts.Value)) }
            : this;
}
