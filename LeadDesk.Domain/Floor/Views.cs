using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>What one viewer sees, made from one committed floor. Every page, program and live message gets its leads from here, so that masking happens in one place.</summary>
public sealed class Views(SalesFloor floor, DateTimeOffset now, Wording words)
{
    private const int MostOnBoard = 50;
    private const int MostOnFloor = 200;
    private const int MostHeld = 200;
    private readonly CalendarDay today = floor.DayOf(now);

    /// <summary>A lead as the viewer may see it; null where it does not exist for them.</summary>
    public LeadCard? Lead(RepId viewer, LeadId id) =>
        floor.Find(id) is { } lead && Visibility.Of(floor, viewer, lead, now, today) is { } reveal ? Card(viewer, lead, reveal) : null;

    /// <summary>A lead that has left the floor, for those who may see all of it.</summary>
    public LeadCard Closed(Lead lead) => Card(default, lead, Reveal.All);

    public DeskView Desk(RepId viewer)
    {
        var rep = floor.Person(viewer);
        var mine = rep.Holdings.Leads.Keys.Select(id => floor.Leads[id]).ToList();
        var board = Board(rep).Take(MostOnBoard + 1).ToList();
        var day = rep.Today.Day == today.Day ? rep.Today : DayCount.On(today.Day);
        return new()
        {
            Version = floor.Seq,
            At = now,
            Presence = rep.Presence,
            PresenceSince = rep.PresenceSince,
            Places = new(rep.PlacesUsed, rep.Terms.Places),
            Waiting = rep.Terms.HoldsLeads ? [.. Waiting(rep)] : [],
            Offers = rep.Offer is { } offer ? [Offer(floor.Leads[offer])] : [],
            Alerts = rep.Presence == Presence.Available ? [.. Alerts(rep)] : [],
            Board = [.. board.Take(MostOnBoard)],
            BoardMore = board.Count > MostOnBoard,
            Mine = [.. mine.Where(l => l.State != LeadState.Parked).OrderBy(Urgency).Select(l => Card(viewer, l, Reveal.All))],
            Parked = [.. mine.Where(l => l.State == LeadState.Parked).OrderBy(l => l.ParkedUntil).Select(l => Card(viewer, l, Reveal.All))],
            Today = new(day.Offered, day.Taken, Math.Round(day.Expected / (double)DayCount.Lead, 2), day.Passed),
        };
    }

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
        };
    }

    public PersonCard Person(Rep rep)
    {
        ArgumentNullException.ThrowIfNull(rep);
        var late = rep.Holdings.Unanswered.Count(m => m.At <= now);
        return new(rep.Id, words.Name(rep.Number), rep.Terms.Role, rep.Presence, rep.PresenceSince, new(rep.PlacesUsed, rep.Terms.Places), late, rep.LastActionAt);
    }

    public OfferCard Offer(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var lane = floor.Plan.Find(lead.Stay?.Lane)!;
        var next = lane.Lane.Names && lead.Gist?.Next is { } rep ? words.Name(rep) : null;
        return new(lead.Id.Value, lane.Key, lane.Lane.Name, lead.Offer!.MadeAt, lead.Offer.ExpiresAt, Why(lead) ?? "", next,
            Preview(lane, lead), LeadLife.MoreTimeUntil(floor, lead) is not null);
    }

    public AlertCard Alert(Lead lead, RepId viewer)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var lane = floor.Plan.Find(lead.Stay?.Lane)!;
        return new(lead.Id.Value, lane.Key, lane.Lane.Name, lead.Alerted[viewer], lead.Stay!.RingEndsAt ?? lead.Alerted[viewer], Preview(lane, lead))
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

            var band = WaitingBand.NameOf(CountFor(rep, lane));
            var refusal = Eligibility.FirstFailure(floor, rep, lane, null, now, today, Put.Self) is { } failure ? Refusal.Failed(failure.Test, rep.Number) : null;
            yield return new(lane.Key, lane.Lane.Name, band, refusal is null, refusal is null ? null : CodeName.Of(refusal.Code),
                refusal is null ? null : words.Cannot(refusal.Code, refusal.Test, rep, lane));
        }
    }

    /// <summary>What waits for this rep: not what is for an inner ring, nor what they have had already.</summary>
    private int CountFor(Rep rep, LaneRules lane) => floor.BacklogOf(lane.Key).Groups
        .Where(g => Eligibility.InRing(rep.Terms, lane, g.Key.Ring))
        .Sum(g => g.Key.Marked
            ? g.Value.From(DateTimeOffset.MinValue).Count(k => !floor.Leads[k.Lead].Excludes(rep.Number, lane.Lane.NoRepeat))
            : g.Value.Count);

    private IEnumerable<AlertCard> Alerts(Rep rep)
    {
        foreach (var lane in floor.Plan.Lanes)
        {
            if (rep.OptInTo(lane.Key).On && floor.Ringing.TryGetValue(lane.Key, out var ringing))
            {
                foreach (var id in ringing)
                {
                    if (floor.Leads[id] is var lead && lead.Alerted.ContainsKey(rep.Number))
                    {
                        yield return Alert(lead, rep.Number);
                    }
                }
            }
        }
    }

    /// <summary>Open boards, and leads that everybody present has passed, on the boards of exactly those.</summary>
    private IEnumerable<LeadCard> Board(Rep rep)
    {
        if (!rep.Terms.HoldsLeads)
        {
            yield break;
        }

        foreach (var lane in floor.Plan.Lanes)
        {
            foreach (var (group, line) in floor.BacklogOf(lane.Key).Groups)
            {
                if (!lane.Method.Offer.IsBoard && !group.Marked)
                {
                    continue;
                }

                foreach (var key in line.From(now - TimeSpan.FromMinutes(lane.Lane.MaxAgeMinutes)))
                {
                    var lead = floor.Leads[key.Lead];
                    if (Visibility.Of(floor, rep.Number, lead, now, today) is { } reveal && Takeable(rep.Number, lead, lane))
                    {
                        yield return Card(rep.Number, lead, reveal);
                    }
                }
            }
        }
    }

    private bool Takeable(RepId viewer, Lead lead, LaneRules lane) =>
        lead.State == LeadState.Waiting
        && floor.Person(viewer).Terms.HoldsLeads
        && (Visibility.IsPassedByAll(floor, lane, lead, viewer, now, today)
            || (lane.Method.Offer.IsBoard && !lead.Excludes(viewer, lane.Lane.NoRepeat)));

    private static (bool Answered, DateTimeOffset At) Urgency(Lead lead) =>
        (lead.IsAnswered, lead.IsAnswered ? lead.NextAt ?? lead.OwnedAt ?? lead.ReceivedAt : lead.OwnerDue?.Due ?? lead.ReceivedAt);

    private HeldLead Held(Lead lead, DateTimeOffset since)
    {
        var (cause, tally) = WhyHeld(lead);
        var lane = floor.Plan.Find(lead.Stay?.Lane);
        return new(lead.Id.Value, lead.Stay?.Lane ?? Fallback.Managers.Key, since, words.Held(cause, lane, tally), tally);
    }

    private (HeldCause Cause, ImmutableArray<TallyLine> Tally) WhyHeld(Lead lead)
    {
        if (floor.Plan.Find(lead.Stay?.Lane) is not { } lane)
        {
            return (HeldCause.WithManagers, []);
        }

        var field = Field.Of(floor, lane, lead, now, today, Put.Desk);
        ImmutableArray<TallyLine> tally = [.. field.PassedOver.GroupBy(p => p.Test).OrderBy(g => g.Key).Select(g => new TallyLine(g.Key.ToString(), g.Count()))];
        return (field.PassedByAll ? HeldCause.PassedByAll : lane.Hours.IsOpen(now) ? HeldCause.NobodyEligible : HeldCause.Closed, tally);
    }

    private string? HeldWords(Lead lead)
    {
        if (!OpenCounts.IsHeld(lead))
        {
            return null;
        }

        var (cause, tally) = WhyHeld(lead);
        return words.Held(cause, floor.Plan.Find(lead.Stay?.Lane), tally);
    }

    private string? Why(Lead lead) => lead.Gist is { } gist ? words.Why(floor.Plan.Find(lead.Stay?.Lane), gist) : null;

    private Due? DueOf(Lead lead, Window? window, string kind, LaneRules? lane) =>
        window is null || lead.IsAnswered || lead.IsClosed ? null : new(kind, window.From, window.Due, Bands.Of(window.From, window.Due, now, lane?.Hours ?? OpeningHours.Always));

    private Preview Preview(LaneRules lane, Lead lead)
    {
        var card = Card(default, lead, lane.Reveal);
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
        return card with
        {
            OwnerId = lead.Owner is { } owner ? floor.Person(owner).Id : null,
            OwnerName = lead.Owner is { } named ? words.Name(named) : null,
            OwnedAt = lead.OwnedAt,
            OwnerDue = lead.State is LeadState.Owned ? DueOf(lead, lead.OwnerDue, "owner", lane) : null,
            Held = HeldWords(lead),
            Contact = person?.Contact,
            Message = person?.Message,
            Country = facts.Country,
            NextAt = lead.NextAt,
            Attempts = [.. lead.Attempts.Select(a => new AttemptCard(a.At, floor.Person(a.By).Id, words.Name(a.By), a.Channel, a.Result, words.NoteOf(lead.Id, a.Number)))],
            Outcome = lead.Outcome,
            Why = lead.Owner == viewer ? Why(lead) : null,
        };
    }
}
