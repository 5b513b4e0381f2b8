using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>What one viewer sees, made from one committed floor. Every page, program and live message gets its leads from here, so that masking happens in one place.</summary>
public sealed partial class Views(SalesFloor floor, DateTimeOffset now, Wording words, BoardCards? cards = null)
{
    private const int MostOnBoard = 50;
    private const int MostAlerts = 50;
    private const int MostOnFloor = 200;
    private const int MostHeld = 200;
    private const int MostLater = 50;
    private readonly BoardCards cards = cards ?? new(floor, now);
    private readonly CalendarDay today = floor.DayOf(now);
    private readonly Dictionary<(string Lane, int Ring), WaitReason> reasons = [];

    /// <summary>A lead as the viewer may see it; null where it does not exist for them.</summary>
    public LeadCard? Lead(RepId viewer, LeadId id) =>
        floor.Find(id) is { } lead && Visibility.Of(floor, viewer, lead, now, today) is { } reveal ? Card(viewer, lead, reveal) : null;

    /// <summary>A lead that has left the floor, for those who may see all of it.</summary>
    public LeadCard Closed(RepId viewer, Lead lead) => Card(viewer, lead, Reveal.All);

    public DeskView Desk(RepId viewer)
    {
        var rep = floor.Person(viewer);
        var mine = rep.Holdings.Leads.Keys.Select(id => floor.Leads[id]).ToList();
        var board = Board(rep);
        var alerts = rep.Presence == Presence.Available ? Alerts(rep) : [];
        var day = rep.Today.Day == today.Day ? rep.Today : DayCount.On(today.Day);

        // It is asked for each open Desk at each push, and most of it is empty for most people: nothing is made for what is not there.
        return new()
        {
            Version = floor.Seq,
            At = now,
            Presence = rep.Presence,
            PresenceSince = rep.PresenceSince,
            PresenceCause = rep.PresenceCause,
            Places = new(rep.PlacesUsed, rep.Terms.Places),
            Waiting = rep.Terms.HoldsLeads ? [.. Waiting(rep)] : [],
            Offers = rep.Offer is { } offer ? [Offer(floor.Leads[offer])] : [],
            Alerts = alerts.Length > MostAlerts ? alerts[..MostAlerts] : alerts,
            AlertsMore = alerts.Length > MostAlerts,
            Board = board.Length > MostOnBoard ? board[..MostOnBoard] : board,
            BoardMore = board.Length > MostOnBoard,
            BoardShut = board.IsEmpty ? null : WhyShut(rep, board),
            CameBack = rep.CameBack.IsEmpty ? [] : [.. rep.CameBack.Where(b => now - b.At < TimeSpan.FromDays(1)).Select(b => (b.At, Lead: floor.Find(b.Lead))).Where(b => b.Lead is { Stay: not null } lead && lead.Owner != viewer)
                .Select(b => new BackCard(b.At, floor.Plan.Find(b.Lead!.Stay!.Lane)?.Lane.Name ?? b.Lead.Stay.Lane, b.Lead.Owner is { } has && Visibility.MayName(floor, viewer, b.Lead.Stay.Lane) ? words.Name(has) : null))],
            Leftovers = floor.Plan.Lanes.Any(l => l.Method.HardExit) && board.Any(l => floor.Plan.Find(l.Lane) is { Method.HardExit: true }),
            Mine = mine.Count == 0 ? [] : [.. mine.Where(l => l.State != LeadState.Parked).OrderBy(Urgency).Select(l => Card(viewer, l, Reveal.All))],
            Parked = mine.Count == 0 ? [] : [.. mine.Where(l => l.State == LeadState.Parked).OrderBy(l => l.ParkedUntil).Select(l => Card(viewer, l, Reveal.All))],
            Later = rep.Holdings.PutOff.IsEmpty ? [] : [.. rep.Holdings.PutOff.Take(MostLater).Select(m => Card(viewer, floor.Leads[m.What], Reveal.All))],
            Coached = !IsCoach(viewer) ? [] : [.. Beside(viewer).OrderBy(Urgency).Select(l => Card(viewer, l, Reveal.All))],
            Watched = rep.Terms.IsWatching ? [.. Watched(rep).OrderBy(Urgency).Select(l => Card(viewer, l, Reveal.AllButContact))] : [],
            CoachName = (rep.Terms.IsWatching ? rep.Terms.Coach : rep.Terms.CoachBeside) is { } coach ? words.Name(coach) : null,
            Stage = rep.Terms.Induction is null ? null : rep.Terms.Stage,
            PausedUntil = floor.Pauses.IsEmpty ? null : floor.Pauses.Where(p => p.Scope.Kind == PauseKind.All || p.Spares(rep)).Max(p => (DateTimeOffset?)p.Until),
            Today = new(day.Offered, day.Taken, Math.Round(floor.Expected.Of(viewer, today.Day) / (double)DayExpected.Lead, 2), day.Passed),
        };
    }

    private bool IsCoach(RepId viewer)
    {
        foreach (var person in floor.People)
        {
            if (person.Terms.Coach == viewer)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Lead> Beside(RepId coach) =>
        floor.People.Where(p => p.Terms.Coach == coach).SelectMany(p => p.Holdings.Leads.Keys).Select(id => floor.Leads[id]).Where(l => l.Coach == coach);

    private IEnumerable<Lead> Watched(Rep rep) =>
        rep.Terms is { Active: true, IsWatching: true, Coach: { } coach } ? floor.Person(coach).Holdings.Leads.Keys.Select(id => floor.Leads[id]) : [];

    /// <summary>When the owner of a lead can promise a call by a senior, the soonest first.</summary>
    public ImmutableArray<SlotCard> Slots(RepId viewer, LeadId id, int most) =>
        floor.Find(id) is { IsClosed: false } lead && lead.Owner == viewer && floor.Plan.Find(lead.Stay?.Lane) is { Method.WarmsUp: true } lane
            ? [.. WarmUp.Slots(floor, lane, lead, now, most).Select(s => new SlotCard(s.At, floor.Person(s.Rep).Id, Visibility.MayName(floor, viewer, lane.Key) ? words.Name(s.Rep) : null))]
            : [];

    public FloorView Floor(RepId viewer)
    {
        var counts = floor.Counts;
        return new()
        {
            Version = floor.Seq,
            At = now,
            Counts = new(counts.Waiting, counts.Offered, counts.Owned, counts.Late, counts.AboutToMiss, counts.Held),
            Leads = [.. floor.Urgency.Take(MostOnFloor).Select(m => Card(viewer, floor.Leads[m.What], Reveal.All))],
            More = floor.Urgency.Count > MostOnFloor,
            People = [.. floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true }).Select(Person).OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)],
            Held = [.. floor.HeldLeads.Take(MostHeld).Select(m => Held(floor.Leads[m.What], m.At))],
            Pauses = [.. floor.Pauses.Select(Pause)],
            Later = [.. floor.Later.Take(MostHeld).Select(m => Card(viewer, floor.Leads[m.What], Reveal.All))],
            Credits = [.. floor.CreditsAsked.Take(MostHeld).Select(m => Credit(floor.Leads[m.What]))],
            Answers = AnswersToday.Of(floor, now),
        };
    }

    /// <summary>Whose turn it is in every lane that puts leads to people, as if one came in now.</summary>
    public ImmutableArray<NextUp> NextUp()
    {
        var lead = new Lead { Id = default, Source = "", SentAt = now, ReceivedAt = now };
        return [.. floor.Plan.Lanes.Where(l => l.Method.Offer is { Acts: true } && floor.Secret.Length > 0).Select(lane =>
        {
            var ranked = OrElse(() => Ranked(lane, lead), null);
            return new NextUp(lane.Key, lane.Lane.Name, ranked is null ? [] : [.. ranked.Order.Select(c => words.Name(c.Rep))], ranked?.TieBreak);
        })];
    }

    private Ranked? Ranked(LaneRules lane, Lead lead) =>
        Field.Of(floor, lane, lead, now, today, Put.Desk).Eligible is { IsEmpty: false } eligible && floor.Secret.Length > 0
            ? lane.Method.Ranking.Rank(floor, lane, lead, eligible, floor.Seq + 1)
            : null;

    /// <summary>A rule that breaks while it is asked takes its own words away, and nothing else from the picture.</summary>
    private static T OrElse<T>(Func<T> ask, T instead)
    {
        try
        {
            return ask();
        }
        catch (Exception)
        {
            return instead;
        }
    }

    public PauseCard Pause(Pause pause)
    {
        ArgumentNullException.ThrowIfNull(pause);
        var plan = floor.Plan.Plan;
        var (kind, key, rep) = pause.Scope;
        var (code, name) = kind switch
        {
            PauseKind.Source => ("source:" + key, plan.Sources.FirstOrDefault(s => s.Key == key)?.Name ?? key),
            PauseKind.Lane => ("lane:" + key, floor.Plan.Find(key)?.Lane.Name ?? key),
            PauseKind.Team => ("team:" + key, plan.Teams.FirstOrDefault(t => t.Key == key)?.Name ?? key),
            PauseKind.Person => ("person:" + floor.Person(rep!.Value).Id, words.Name(rep.Value)),
            _ => ("all", null),
        };
        var waiting = floor.Paused.Select(id => floor.Leads[id]).Count(l => l.Stay is { } stay && pause.Keeps(l, stay.Lane));
        return new(code, kind, name, pause.Since, pause.Until, words.NoticeOf(pause.Seq), pause.By is { } by ? words.Name(by) : null, waiting);
    }

    private CreditAsk Credit(Lead lead)
    {
        var by = floor.Person(lead.Owner!.Value);
        return new(lead.Id.Value, words.PersonOf(lead.Id)?.Contact.Name, lead.Facts.Product, by.Id, words.Name(by.Number), lead.Outcome!.Value, lead.ClosedAt!.Value, lead.Stay?.Lane);
    }

    public PersonCard Person(Rep rep)
    {
        ArgumentNullException.ThrowIfNull(rep);
        var late = rep.Holdings.Unanswered.Count(m => m.At <= now);
        return new(rep.Id, words.Name(rep.Number), rep.Terms.Role, rep.Presence, rep.PresenceSince, new(rep.PlacesUsed, rep.Terms.Places), late, rep.LastActionAt)
        {
            PausedUntil = floor.Pauses.Where(p => p.Spares(rep)).Max(p => (DateTimeOffset?)p.Until),
        };
    }

    /// <summary>How these leads fit everybody who takes leads, as if the desk were to give them out now.</summary>
    public ImmutableArray<Fit> Fits(IReadOnlyCollection<LeadId> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var leads = ids.Select(floor.Find).OfType<Lead>().Where(l => !l.IsClosed).ToList();
        var turns = leads is [var only] && floor.Plan.Find(only.Stay?.Lane) is { } lane ? Turns(lane, only) : [];
        return [.. floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true }).Select(p =>
        {
            var failures = leads.Select(l => floor.Plan.Find(l.Stay?.Lane) is { } rules
                ? OrElse(() => Eligibility.FirstFailure(floor, p, rules, l, now, today, Put.Desk)?.Test, Test.E7)
                : Eligibility.FirstFailureAnywhere(floor, p, now, today)).ToList();
            var turn = turns.IndexOf(p.Number);
            return new Fit(p.Id, failures.Count(f => f is null), failures.FirstOrDefault(f => f is not null), turn < 0 ? null : turn);
        })];
    }

    private ImmutableArray<RepId> Turns(LaneRules lane, Lead lead) =>
        OrElse(() => Ranked(lane, lead), null) is { } ranked ? [.. ranked.Order.Select(c => c.Rep)] : [];

    public OfferCard Offer(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var lane = floor.Plan.Find(lead.Stay?.Lane)!;
        var next = lane.Lane.Names && lead.Gist?.Next is { } rep ? words.Name(rep) : null;
        return new(lead.Id.Value, lane.Key, lane.Lane.Name, lead.Offer!.MadeAt, lead.Offer.ExpiresAt, Why(lead) ?? "", next,
            Preview(lane, lead), LeadLife.MoreTimeUntil(floor, lead) is not null)
        {
            NextAsked = !lead.Alerted.IsEmpty,
        };
    }

    public AlertCard Alert(Lead lead, RepId viewer)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var lane = floor.Plan.Find(lead.Stay?.Lane)!;
        return new(lead.Id.Value, lane.Key, lane.Lane.Name, lead.Alerted[viewer], lead.Offer?.ExpiresAt ?? lead.Stay!.RingEndsAt ?? lead.Alerted[viewer], Preview(lane, lead))
        {
            SettlesAt = lead.Finish?.Of(viewer) is null ? null : lead.Finish.SettlesAt,
        };
    }

    private IEnumerable<WaitingBand> Waiting(Rep rep)
    {
        foreach (var lane in floor.Plan.Lanes)
        {
            if (lane.Method.Offer is not BlindPool || !rep.OptInTo(lane.Key).On)
            {
                continue;
            }

            if (OrElse(() => Waiting(rep, lane), null) is { } band)
            {
                yield return band;
            }
        }
    }

    private WaitingBand Waiting(Rep rep, LaneRules lane)
    {
        var refusal = Eligibility.FirstFailure(floor, rep, lane, null, now, today, Put.Self) is { } failure ? Refusal.Failed(failure.Test, rep.Number) : null;
        return new(lane.Key, lane.Lane.Name, WaitingBand.NameOf(CountFor(rep, lane)), refusal is null, refusal is null ? null : CodeName.Of(refusal.Code),
            refusal is null ? null : words.Cannot(refusal.Code, refusal.Test, rep, lane));
    }

    /// <summary>What waits for this rep: not what is for an inner ring, nor what they have had already.</summary>
    private int CountFor(Rep rep, LaneRules lane) => floor.BacklogOf(lane.Key).Groups
        .Where(g => Eligibility.InRing(rep.Terms, lane, g.Key.Ring))
        .Sum(g => g.Key.Marked
            ? g.Value.From(DateTimeOffset.MinValue).Count(k => !floor.Leads[k.Lead].Excludes(rep.Number, lane.NoRepeat))
            : g.Value.Count);

    private static (bool Answered, DateTimeOffset At) Urgency(Lead lead) =>
        (lead.IsAnswered, lead.IsAnswered ? lead.NextAt ?? lead.OwnedAt ?? lead.ReceivedAt : lead.OwnerDue?.Due ?? lead.ReceivedAt);

    private HeldLead Held(Lead lead, DateTimeOffset since)
    {
        var reason = WhyWaits(lead);
        return new(lead.Id.Value, lead.Stay?.Lane ?? Fallback.Managers.Key, since, words.Held(reason.Cause, floor.Plan.Find(lead.Stay?.Lane), reason.Tally), reason.Tally) { Cause = reason.Cause };
    }

    /// <summary>Leads that are open to the same people wait for the same reason, which is worked out once.</summary>
    private WaitReason WhyWaits(Lead lead)
    {
        if (lead.Stay is not { OneByOne: false, Paused: false } stay || !lead.Holders.IsEmpty)
        {
            return WaitReason.Of(floor, lead, now, today);
        }

        if (!reasons.TryGetValue((stay.Lane, stay.Ring), out var reason))
        {
            reason = WaitReason.Of(floor, lead, now, today);
            reasons.Add((stay.Lane, stay.Ring), reason);
        }

        return reason;
    }

    private string? HeldWords(Lead lead)
    {
        if (lead is not { State: LeadState.Waiting, IsClosed: false })
        {
            return null;
        }

        var reason = WhyWaits(lead);
        return words.Held(reason.Cause, floor.Plan.Find(lead.Stay?.Lane), reason.Tally);
    }

    private string? Why(Lead lead) => lead.Gist is { } gist ? words.Why(floor.Plan.Find(lead.Stay?.Lane), gist) : null;

    private Due? DueOf(Lead lead, Window? window, string kind, LaneRules? lane) =>
        window is null || lead.IsAnswered || lead.IsClosed ? null : new(kind, window.From, window.Due, Bands.Of(window.From, window.Due, now, lane?.Hours ?? OpeningHours.Always));

    private Preview Preview(LaneRules lane, Lead lead)
    {
        // Whoever is asked sees no contact before they have it, in whatever lane; nobody in particular looks here.
        var card = Card(default, lead, lane.Reveal == Reveal.All ? Reveal.AllButContact : lane.Reveal);
        return lane.Reveal == Reveal.Nothing ? new() : new()
        {
            Product = card.Product,
            Source = card.Source,
            Region = card.Region,
            Value = card.Value,
            RequestKind = card.RequestKind,
            Instructions = card.Instructions,
            SentAt = card.SentAt,
            Due = card.Due,
        };
    }

    private LeadCard Card(RepId viewer, Lead lead, Reveal reveal)
    {
        var lane = floor.Plan.Find(lead.Stay?.Lane);
        var card = new LeadCard
        {
            Id = lead.Id.Value,
            Version = lead.Version,
            State = lead.State,
            Lane = lead.Stay?.Lane ?? (lead.WithManagersSince is null ? null : Fallback.Managers.Key),
            Takeable = lane is not null && viewer != default && Takeable(viewer, lead, lane),
        };
        if (reveal == Reveal.Nothing)
        {
            return card;
        }

        var facts = lead.Facts;
        card = card with
        {
            SentAt = lead.SentAt,
            ReceivedAt = lead.ReceivedAt,
            AgeSeconds = (long)Math.Max(0, (now - lead.SentAt).TotalSeconds),
            SentLongAgo = lead.SentLongAgo,
            Product = facts.Product,
            Source = lead.Source,
            Region = facts.Region,
            RequestKind = facts.RequestKind,
            Due = DueOf(lead, lead.Due, "firstAttempt", lane),
        };
        if (reveal == Reveal.Category)
        {
            return card;
        }

        card = card with
        {
            Value = facts.Value,
            Score = facts.Score,
            Instructions = facts.PreferredChannel is null && facts.ContactHours is null && !facts.Discreet ? null : new(facts.PreferredChannel, facts.ContactHours, facts.Discreet),
        };
        if (reveal == Reveal.AllButContact)
        {
            return card;
        }

        var person = words.PersonOf(lead.Id);
        var mayName = Visibility.MayName(floor, viewer, lead.Stay?.Lane);
        string? NameOf(RepId rep) => mayName || rep == viewer ? words.Name(rep) : null;
        return card with
        {
            OwnerId = lead.Owner is { } owner ? floor.Person(owner).Id : null,
            OwnerName = lead.Owner is { } named ? words.Name(named) : null,
            OwnedAt = lead.OwnedAt,
            CoachName = lead.Owner is null || lead.Coach is not { } coach ? null : NameOf(coach),
            OwnerDue = lead.State is LeadState.Owned ? DueOf(lead, lead.OwnerDue, "owner", lane) : null,
            Held = HeldWords(lead),
            Contact = person?.Contact,
            Message = person?.Message,
            Country = facts.Country,
            NextAt = lead.NextAt,
            Attempts = [.. lead.Attempts.Select(a => new AttemptCard(a.At, floor.Person(a.By).Id, NameOf(a.By), a.Channel, a.Result, words.NoteOf(lead.Id, a.Number)))],
            Notes = lead.Said.IsEmpty ? [] : [.. lead.Said.Select(s => (Said: s, Text: words.NoteOf(lead.Id, s.Number))).Where(s => s.Text is not null).Select(s => new NoteCard(s.Said.At, floor.Person(s.Said.By).Id, NameOf(s.Said.By), s.Text!))],
            Outcome = lead.Outcome,
            ComesBackToOwner = lead.Touch is { } touch ? touch.To is not null : null,
            StoppedAt = lead.StoppedAt,
            OwnedUntil = lead.IsClosed ? null : lead.OwnedUntil,
            MayExtend = LeadLife.MayExtend(floor, lead),
            CreditBack = lead.CreditBack,
            Script = lead.Owner == viewer && !lead.IsClosed && lane is { Method.WarmsUp: true } && !WarmUp.IsSenior(floor.Person(viewer), lane) ? lane.Of(WarmUp.Script) : null,
            Transfer = lead.Transfer is { } rings ? new(rings.At, rings.EndsAt, rings.To.Length - rings.Declined.Length, rings.Declined.Length, rings.End) : null,
            Why = lead.Owner == viewer ? Why(lead) : null,
            KnownBy = WhoKnows(lead, viewer),
        };
    }

    private KnownBy? WhoKnows(Lead lead, RepId viewer) =>
        lead.Owner == viewer && !lead.IsClosed && lead.KnownOwner is { } known && known != viewer
        && floor.Person(known) is { Terms: { Active: true, HoldsLeads: true } } person && Visibility.MayName(floor, viewer, lead.Stay?.Lane)
            ? new(person.Id, words.Name(known), person.Presence is Presence.Available or Presence.WithCustomer)
            : null;
}
