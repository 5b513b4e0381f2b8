using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Distribution;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>The invariants, checked event by event and on the whole floor.</summary>
internal static class Audit
{
    private const int MostOnBoard = 50;

    /// <summary>Walks through the events of a round: owners, versions, ages, hours, receipts, limits.</summary>
    public static void Steps(SalesFloor before, IEnumerable<Stamped> events)
    {
        var floor = before;
        foreach (var stamped in events)
        {
            var after = floor.After(stamped);
            if (stamped.Event is LeadEvent step)
            {
                Owners(floor.Find(step.Lead), after.Find(step.Lead), step);
                Hours(floor, step, stamped.At);
                Given(floor, step, stamped);
            }

            Assert.All(after.Ledgers.Values, l => Assert.True(l.Balances() == 0, $"I7 after {stamped}"));
            floor = after;
        }
    }

    /// <summary>I3: whoever could have something has it, once the desk has looked.</summary>
    public static void NobodyWaits(SalesFloor floor, DateTimeOffset now)
    {
        var today = floor.DayOf(now);
        foreach (var lead in floor.Leads.Values.Where(l => l.State == LeadState.Waiting && l.Stay is not null))
        {
            var lane = floor.Plan.Find(lead.Stay!.Lane);
            Assert.NotNull(lane);
            if (lead.Stay.Paused)
            {
                Assert.True(floor.IsKept(lead, lane.Key), $"{lead.Id} is kept in {lane.Key} by no pause");
                continue;
            }

            if (lane.Method.Offer.Acts && lane.Hours.IsOpen(now))
            {
                var field = Field.Of(floor, lane, lead, now, today, Put.Desk);
                Assert.True(field.Eligible.IsEmpty, $"I3: {lead.Id} waits in {lane.Key} though {field.Eligible.Length} could have it");
                Assert.True(field.SomebodyIsBusy || lead.Stay.HeldSince is not null, $"{lead.Id} in {lane.Key}: nobody is eligible, and it is not held");
            }

            Assert.False(lane.Method.Offer.IsPull && lane.Hours.IsOpen(now) && lead.Stay.LeavesAt <= now, $"I3: {lead.Id} is left behind in {lane.Key}");
        }
    }

    /// <summary>Every index again from the leads alone.</summary>
    public static void Indexes(SalesFloor floor)
    {
        var open = floor.Leads.Values.Where(l => !l.IsClosed).ToList();
        Same("agenda", floor.Leads.Values.Select(l => (Agenda.NextOf(l), l.Id)).Where(p => p.Item1 is not null).Select(p => new Moment<LeadId>(p.Item1!.Value, p.Id)).Order(), floor.Agenda);
        Same("held", open.Where(OpenCounts.IsHeld).Select(l => new Moment<LeadId>(l.WithManagersSince ?? l.Stay!.HeldSince!.Value, l.Id)).Order(), floor.HeldLeads);
        Same("later", floor.Leads.Values.Where(l => l.Touch is not null).Select(l => new Moment<LeadId>(l.Touch!.At, l.Id)).Order(), floor.Later);
        Same(
            "put off",
            floor.Leads.Values.Where(l => l is { Touch: not null, Owner: not null }).Select(l => (l.Owner!.Value, new Moment<LeadId>(l.Touch!.At, l.Id))).Order(),
            floor.People.SelectMany(p => p.Holdings.PutOff.Select(m => (p.Number, m))).Order());
        Same("credits", floor.Leads.Values.Where(l => l.CreditBack == CreditBack.Asked).Select(l => new Moment<LeadId>(l.ClosedAt!.Value, l.Id)).Order(), floor.CreditsAsked);
        Same("transfers", open.Where(l => l.Transfer is { IsOpen: true }).Select(l => l.Id).Order(), floor.Transfers);
        Same("with managers", open.Where(l => l.WithManagersSince is not null).Select(l => l.Id).Order(), floor.WithManagers);
        Same("paused", open.Where(l => l is { State: LeadState.Waiting, Stay.Paused: true }).Select(l => l.Id).Order(), floor.Paused);
        Same("urgency", open.Select(l => l.Id).Order(), floor.Urgency.Select(m => m.What).Order());
        Same(
            "ringing",
            open.Where(l => !l.Alerted.IsEmpty).Select(l => (l.Stay!.Lane, l.Id)).Order(),
            floor.Ringing.SelectMany(r => r.Value.Select(l => (r.Key, l))).Order());
        Same(
            "backlogs",
            open.Where(l => l is { State: LeadState.Waiting, Stay.Paused: false }).Select(l => Place(l.Stay!.Lane, l.Stay, l)).Order(StringComparer.Ordinal),
            floor.Backlogs.SelectMany(b => b.Value.Groups.SelectMany(g => g.Value.From(DateTimeOffset.MinValue).Select(k => $"{b.Key} {g.Key} {k.Lead}"))).Order(StringComparer.Ordinal));
        Assert.All(floor.Backlogs.Values, b => Assert.Equal(b.Groups.Values.Sum(g => g.Count), b.Count));
        Assert.Equal(open.Aggregate(default(OpenCounts), (counts, l) => counts.Add(OpenCounts.Of(l), 1)), floor.Counts);
        Assert.All(floor.People, rep => Hands(rep, open));
        Assert.All(open, OneState);

        static string Place(string lane, Stay stay, Lead lead) =>
            $"{lane} {new QueueGroup(stay.Ring, stay.OneByOne || !lead.Holders.IsEmpty, stay.HeldSince is not null)} {lead.Id}";
    }

    private static void Hands(Rep rep, List<Lead> open)
    {
        var mine = open.Where(l => l.Owner == rep.Number).ToList();
        Same("holdings", mine.Select(l => l.Id).Order(), rep.Holdings.Leads.Keys.Order());
        Assert.Equal(mine.Count(l => l.State != LeadState.Parked), rep.Holdings.Open);
        Assert.Equal(mine.Count(l => l.State == LeadState.Parked), rep.Holdings.Parked);
        Assert.Equal(mine.Count(l => l is { IsAnswered: true, NextAt: null } && l.State != LeadState.Parked), rep.Holdings.NoNextStep);
        Assert.Equal(mine.Where(l => !l.IsAnswered && l.State != LeadState.Parked).Min(l => l.OwnerDue?.Due), rep.Holdings.NearestDue);
        Same(
            "per lane",
            mine.Where(l => l.State != LeadState.Parked).CountBy(l => l.Stay?.Lane ?? "", StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}").Order(StringComparer.Ordinal),
            rep.Holdings.PerLane.Where(p => p.Value != 0).Select(p => $"{p.Key} {p.Value}").Order(StringComparer.Ordinal));
        Same("offers", open.Where(l => l.Offer?.Rep == rep.Number).Select(l => l.Id), rep.Offer is { } offer ? [offer] : []);
        Assert.True(rep.ThisDay.Number >= 0 && rep.ThisWeek.Number >= 0 && rep.ThisMonth.Number >= 0 && rep.PerLane.Values.All(c => c.Number >= 0), $"a count of {rep.Number} is below 0");
        Assert.True(rep.Holdings.Parked <= LeadLife.MostParked);
    }

    private static void OneState(Lead lead)
    {
        Assert.Equal(lead.State == LeadState.Offered, lead.Offer is not null);
        Assert.Equal(lead.State == LeadState.Alerted, !lead.Alerted.IsEmpty && lead.Offer is null);
        Assert.True(lead.Alerted.IsEmpty || lead.Offer is null or { NextAskedAt: not null }, "it rings beside an offer of the usual length");
        Assert.Equal(lead.State is LeadState.Waiting or LeadState.Offered or LeadState.Alerted, lead.Owner is null);
        Assert.True(lead.Finish is not { IsOpen: true } || lead.State == LeadState.Alerted, "a photo finish is open where nothing rings");
        Assert.True(lead.Finish is null || !lead.Finish.Presses.IsEmpty, "a photo finish without a press");
        Assert.Equal(lead.State == LeadState.Parked, lead.ParkedUntil is not null);
        Assert.True(lead.Transfer is not { IsOpen: true } || lead.Owner is not null, "a customer is on the line with nobody");
        Assert.True(lead.State != LeadState.Waiting || (lead.Entry is null && lead.ReceiptSeq is null), "a waiting lead keeps an entry or receipt");
        Assert.Equal(lead is { State: LeadState.Waiting, Stay: null }, lead.WithManagersSince is not null);
        Assert.True(lead.Stay is not { Paused: true } || lead.State != LeadState.Waiting || lead.Stay is { RingEndsAt: null, LeavesAt: null, HeldSince: null }, "a paused lead has rings or limits");
        Assert.Equal(lead.LanesTried.Length, lead.LanesTried.Distinct(StringComparer.Ordinal).Count());
    }

    private static void Owners(Lead? before, Lead? after, LeadEvent step)
    {
        Assert.NotNull(after);
        if (before is null)
        {
            Assert.IsType<LeadEvent.Received>(step);
            return;
        }

        var moved = before.Owner != after.Owner;
        Assert.True(!moved || step is LeadEvent.Taken or LeadEvent.Lost or LeadEvent.TouchCame or LeadEvent.Undone, $"I2: {step} moved the owner");
        Assert.True(after.Version == before.Version + (moved || before.State != after.State || step is LeadEvent.Undone ? 1 : 0), $"version after {step}");
        Assert.Equal(before.SentAt, after.SentAt);
        Assert.True(before.Due is null || before.Due == after.Due || step is LeadEvent.Parked or LeadEvent.Undone, "I5: the customer's due moved");
        Assert.True(step is not LeadEvent.WentLate || before.LateAt is null, "late twice");
        if (step is LeadEvent.Taken taken)
        {
            Assert.True(before.Owner is null || taken.Way is TakeWay.Assigned or TakeWay.HandedOver or TakeWay.Territory or TakeWay.Transferred or TakeWay.Booked or TakeWay.SentBack, $"I1: {step}");
            Assert.Equal(taken.Rep, after.Owner);
        }
    }

    private static void Hours(SalesFloor floor, LeadEvent step, DateTimeOffset at)
    {
        var spoken = step is LeadEvent.Warned or LeadEvent.WentLate or LeadEvent.OwnerWentLate or LeadEvent.RingOpened or LeadEvent.Held or LeadEvent.HoldTold
            or LeadEvent.Offered or LeadEvent.Alerted or LeadEvent.TransferRang { To.Count: > 0 } or LeadEvent.Lost { Way: LossWay.Reclaimed or LossWay.WindowOver }
            or LeadEvent.Entered { Cause: WaitCause.LastRingOver or WaitCause.NobodyEligible or WaitCause.LeftBehind }
            or LeadEvent.ToManagers { Cause: WaitCause.LastRingOver or WaitCause.NobodyEligible or WaitCause.LeftBehind };
        if (spoken && floor.Plan.Find(floor.Leads[step.Lead].Stay?.Lane) is { } lane)
        {
            Assert.True(lane.Hours.IsOpen(at), $"I9: {step} at {at:u}");
        }
    }

    private static void Given(SalesFloor floor, LeadEvent step, Stamped stamped)
    {
        var lead = floor.Find(step.Lead);
        var lane = floor.Plan.Find(lead?.Stay?.Lane);
        switch (step)
        {
            case LeadEvent.Offered e:
                Assert.Null(floor.Person(e.Rep).Offer);
                Assert.False(lead!.Stay!.Paused, "offered though the intake is paused");
                Desk(e.Rep);
                Booked(e.Entry, e.Rep);
                Told(e.Receipt, e.Rep);
                break;
            case LeadEvent.Alerted e:
                Assert.All(e.To, Desk);
                break;
            case LeadEvent.Taken { Way: TakeWay.Pushed } e:
                Desk(e.Rep);
                Booked(e.Entry!, e.Rep);
                Told(e.Receipt!, e.Rep);
                break;
            case LeadEvent.Taken { Way: TakeWay.Accepted } e:
                Assert.Equal(e.Rep, lead!.Offer!.Rep);
                Assert.Equal(stamped.Actor.Rep, e.Rep);
                May(e.Rep, Put.Accept, null);
                break;
            case LeadEvent.Taken { Way: TakeWay.Assigned or TakeWay.HandedOver } e:
                Assert.True(e.Forced || floor.Person(e.Rep) is { } rep && rep.PlacesUsed - (rep.Offer == e.Lead ? 1 : 0) < rep.Terms.Places, "over the limit without force");
                Assert.True(e.Forced == (e.Receipt?.Forced is not null) || lane is null, "force is marked");
                Assert.Equal(lane is null, e.Entry is null);
                break;
            case LeadEvent.Taken { Way: TakeWay.Territory } e:
                Booked(e.Entry!, e.Rep);
                Told(e.Receipt!, e.Rep);
                break;
            case LeadEvent.TransferRang e:
                Assert.All(e.To, r => May(r, Put.Transfer, null));
                break;
            case LeadEvent.Taken { Way: TakeWay.Transferred } e:
                May(e.Rep, Put.Transfer, null);
                Booked(e.Entry!, e.Rep);
                Told(e.Receipt!, e.Rep);
                break;
            case LeadEvent.Taken { Way: TakeWay.Booked } e:
                Booked(e.Entry!, e.Rep);
                Told(e.Receipt!, e.Rep);
                break;
            case LeadEvent.Taken { Way: TakeWay.SentBack } e:
                // It counted as theirs already.
                Assert.Null(e.Entry);
                Told(e.Receipt!, e.Rep);
                break;
            case LeadEvent.Taken { Way: TakeWay.CameBack } e:
                // It counted as theirs the first time.
                May(e.Rep, Put.Self, null);
                Assert.Null(e.Entry);
                Told(e.Receipt!, e.Rep);
                break;
            case LeadEvent.Taken { Way: TakeWay.WalkIn } e:
                // Whoever greets a customer has them, limits or not.
                Assert.Equal(lane is null, e.Entry is null);
                break;
            case LeadEvent.Taken e:
                May(e.Rep, Put.Self, Test.E10);
                Booked(e.Entry!, e.Rep);
                Assert.Equal(e.Receipt!.PhotoFinishMs is null ? [e.Rep] : e.Receipt.Eligible.Select(c => c.Rep).Order(), e.Entry!.Slices.Select(s => s.Rep).Order());
                Assert.Equal(e.Receipt.PhotoFinishMs is not null, lead!.Finish is not null);
                Told(e.Receipt!, e.Rep);
                break;
        }

        void Desk(RepId rep) => May(rep, Put.Desk, null);

        void May(RepId rep, Put put, Test? but)
        {
            var failure = Eligibility.FirstFailure(floor, floor.Person(rep), lane!, lead, stamped.At, floor.DayOf(stamped.At), put);
            Assert.True(failure is null || failure.Value.Test == but, $"I4: {step} failed {failure}");
            var person = floor.Person(rep);
            Assert.True(person.Holdings.Open < person.Terms.Places, $"I10: {step}");
            Assert.True(lane!.Lane.WipLimit is not { } most || person.Holdings.PerLane.GetValueOrDefault(lane.Key) < most, $"I10 in the lane: {step}");
        }

        void Booked(Entry entry, RepId to)
        {
            Assert.Equal(to, entry.Receiver);
            Assert.Equal(stamped.Seq, entry.Number);
            Assert.Equal(lane!.Key, entry.Lane);
            Assert.Equal(Share.One, entry.Slices.Sum(s => s.Amount));
        }

        void Told(Receipt receipt, RepId to)
        {
            Assert.Equal(to, receipt.Chosen);
            Assert.Equal(lane!.Lane.Version, receipt.LaneVersion);
            Receiptful.Complete(floor, receipt);
        }
    }

    private static void Same<T>(string what, IEnumerable<T> expected, IEnumerable<T> actual)
    {
        var (want, have) = (expected.ToImmutableArray(), actual.ToImmutableArray());
        Assert.True(want.SequenceEqual(have), $"{what}: expected {string.Join(", ", want)} but was {string.Join(", ", have)}");
    }

    /// <summary>Boards are worked out once for many people: each is still exactly what this one person may take, shown as to them alone.</summary>
    public static void Boards(SalesFloor floor, DateTimeOffset now)
    {
        var shared = new BoardCards(floor, now);
        foreach (var rep in floor.People)
        {
            var board = new Views(floor, now, PlainWords.All, shared).Desk(rep.Number).Board;
            var own = floor.Leads.Values.Where(l => MayTake(floor, rep, l, now)).Select(l => l.Id).ToHashSet();
            Assert.True(board.Length == Math.Min(own.Count, MostOnBoard) && board.All(c => own.Contains(new(c.Id))), $"person {rep.Number.Number}: {board.Length} on the board, {own.Count} may be taken");
            foreach (var card in board)
            {
                var alone = new Views(floor, now, PlainWords.All).Lead(rep.Number, new(card.Id))!;
                Assert.Equal<AttemptCard>(alone.Attempts, card.Attempts);
                Assert.Equal(alone, card with { Attempts = alone.Attempts });
            }
        }
    }

    private static bool MayTake(SalesFloor floor, Rep rep, Lead lead, DateTimeOffset now) =>
        rep.Terms.HoldsLeads && lead is { State: LeadState.Waiting, Stay: { Paused: false } stay } && floor.Plan.Find(stay.Lane) is { } lane
        && Visibility.MaySee(floor, rep.Number, lead, now, floor.DayOf(now))
        && (Visibility.IsPassedByAll(floor, lane, lead, rep.Number, now, floor.DayOf(now)) || (lane.Method.Offer.IsBoard && !lead.Excludes(rep.Number, lane.NoRepeat)));

    /// <summary>Whoever a round makes fit for something that rings is rung in it; what only time has brought may wait for the desk's next look.</summary>
    public static void Rings(SalesFloor before, SalesFloor floor, DateTimeOffset now)
    {
        var forgotten = Unrung(floor, now).Except(Unrung(before, now)).ToList();
        Assert.True(forgotten.Count == 0, $"not rung: {string.Join(", ", forgotten)}");
    }

    private static IEnumerable<(LeadId Lead, RepId Rep)> Unrung(SalesFloor floor, DateTimeOffset now) =>
        from lead in floor.Leads.Values
        where lead.State == LeadState.Alerted && floor.Plan.Find(lead.Stay?.Lane) is { Method.Offer: Alert } lane && lane.Hours.IsOpen(now)
        let rules = floor.Plan.Find(lead.Stay!.Lane)!
        from rep in floor.People
        where !lead.Alerted.ContainsKey(rep.Number) && Eligibility.FirstFailure(floor, rep, rules, lead, now, floor.DayOf(now), Put.Desk) is null
        select (lead.Id, rep.Number);
}
