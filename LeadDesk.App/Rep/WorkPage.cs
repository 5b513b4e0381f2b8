using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Fairness;
using LeadDesk.App.Live;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>A page on which somebody works their leads: the verbs, and what became of what they could have had. The desk and the counter differ only in how they draw it.</summary>
public abstract class WorkPage : LivePage
{
    private const int MostGone = 20;
    private const int MostSlots = 6;

    private bool writing;
    private object? drawnAround;

    protected override bool WholeFloor => false;

    protected DeskView? View { get; private set; }

    /// <summary>Who took what, in words, for leads that were in sight.</summary>
    protected ImmutableDictionary<Guid, GoneNote> Gone { get; private set; } = ImmutableDictionary<Guid, GoneNote>.Empty;

    protected IReadOnlyList<string>? LostReasons => Floor.Plan.Plan.Outcomes.TryGetValue("lost", out var reasons) ? reasons : null;

    [Inject] private NoteDrafts Drafts { get; set; } = default!;

    [Inject] private LeadStories Stories { get; set; } = default!;

    protected override void Look(Views views)
    {
        ArgumentNullException.ThrowIfNull(views);
        View = views.Desk(Me);
        Shows();
    }

    /// <summary>What draws the view.</summary>
    protected WorkBody? Body { get; set; }

    /// <summary>All that the page draws beside its view, who took what and the toast, comparable by its value.</summary>
    protected abstract object Around { get; }

    /// <summary>The page's markup begins with it.</summary>
    protected void Draw() => drawnAround = View is null ? null : Around;

    /// <summary>What is pushed goes straight to whatever draws it: the page around that is drawn anew only when it is another.</summary>
    protected override void Redraw()
    {
        if (Body is { } body && Around.Equals(drawnAround))
        {
            body.Push(View!, Gone, Toast);
        }
        else
        {
            StateHasChanged();
        }
    }

    /// <summary>The lead this page has open, as the address says it.</summary>
    protected abstract Guid? Shown { get; }

    /// <summary>Lets the others know what is open here.</summary>
    protected void Shows() => LookAt(Shown is not null && View is { } view && view.Mine.Concat(view.Parked).Any(l => l.Id == Shown) ? new LeadId(Shown!.Value) : null, writing);

    /// <summary>A note is being written, or no more. It draws nothing here.</summary>
    protected void Write(bool on)
    {
        writing = on;
        Shows();
    }

    /// <summary>Who else has a lead open, in words; null = nobody.</summary>
    protected string? BesideOf(Guid lead)
    {
        var others = Others().Where(o => o.Lead.Value == lead).ToList();
        return others.Count == 0 ? null
            : Say[others.Exists(o => o.Writing) ? "Lead.OthersWrite" : "Lead.OthersLook", string.Join(", ", others.Select(o => NameIn(o.Lead, o.Rep)).Distinct(StringComparer.Ordinal))];
    }

    /// <summary>The board and the pools may wait; what is this person's own may not.</summary>
    protected override bool Presses(IReadOnlyList<Committed> changes)
    {
        var next = Eyes().Desk(Me);
        return View is null || next.Presence != View.Presence
            || !next.Offers.Select(o => (o.LeadId, o.ExpiresAt)).SequenceEqual(View.Offers.Select(o => (o.LeadId, o.ExpiresAt)))
            || !next.Alerts.Select(a => a.LeadId).SequenceEqual(View.Alerts.Select(a => a.LeadId))
            || !next.Mine.Concat(next.Parked).Select(l => (l.Id, l.Version)).SequenceEqual(View.Mine.Concat(View.Parked).Select(l => (l.Id, l.Version)));
    }

    protected override void Seen(IReadOnlyList<Committed> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var others = changes.Count == 0;
        foreach (var change in changes)
        {
            foreach (var stamped in change.Events)
            {
                Seen(stamped);
                others |= stamped.Event is not LeadEvent;
            }
        }

        // People, rules, or something unknown: what it touches cannot be told from the view alone.
        drawnAround = others ? null : drawnAround;
    }

    private void Seen(Stamped stamped)
    {
        switch (stamped.Event)
        {
            case LeadEvent.Taken taken when taken.Rep != Me && WasOffered(taken.Lead.Value):
                Gone = (Gone.Count >= MostGone ? [] : Gone).SetItem(taken.Lead.Value, new(Say["Board.GoneBy", NameIn(taken.Lead, taken.Rep)], stamped.At));
                break;
            case LeadEvent.Taken { Way: TakeWay.Assigned or TakeWay.HandedOver } given when given.Rep == Me && stamped.Actor.Rep != Me:
                Tell(Say["Toast.Given", stamped.Actor.Rep is { } by ? PersonName(by) : Say["Board.Colleague"]]);
                break;
            case FloorEvent.PresenceSet { Cause: PresenceCause.ByManager } set when set.Rep == Me && stamped.Actor.Rep is { } manager:
                Tell(Say["Toast.PresenceBy", PersonName(manager), Say.Say(set.Presence)]);
                break;
            case LeadEvent.OwnerInformed told when told.Rep == Me:
                Tell(Say[Floor.Find(told.Lead)?.Owner == Me ? "Toast.WroteAgain" : "Toast.CustomerBack"]);
                break;
            case LeadEvent.Taken { Way: TakeWay.Booked or TakeWay.SentBack } warm when warm.Rep == Me:
                Tell(Say[warm.Way == TakeWay.Booked ? "Toast.Booked" : "Toast.SentBack", stamped.Actor.Rep is { } from ? NameIn(warm.Lead, from) : Say["Board.Colleague"]]);
                break;
            case LeadEvent.Taken { Way: TakeWay.CameBack } back when back.Rep == Me:
                Tell(Say["Toast.CameBack"]);
                break;
            case LeadEvent.Taken { Way: TakeWay.Transferred } live when stamped.Actor.Rep != Me && Floor.Find(live.Lead)?.WarmedBy == Me:
                Tell(Say["Toast.Transferred", NameIn(live.Lead, live.Rep)]);
                break;
            case LeadEvent.Taken { Way: TakeWay.Territory } handed when handed.Rep == Me:
                Tell(Say["Toast.Territory"]);
                break;
            case LeadEvent.CreditDecided credit when credit.Rep == Me:
                Tell(Say[credit.Approved ? "Credit.MineApproved" : "Credit.MineDeclined"]);
                break;
            case LeadEvent.OfferEnded { Why: OfferEnd.TimedOut or OfferEnd.Withdrawn or OfferEnd.Reassigned } over when over.Rep == Me:
                Tell(Floor.Find(over.Lead)?.Owner is { } owner ? Say["Offer.WentTo", NameIn(over.Lead, owner), Say.Time(stamped.At)] : Say["Offer.WentOn", Say.Time(stamped.At)]);
                break;
        }
    }

    /// <summary>What this person could have had: it stood on their board, or it rang at their desk.</summary>
    private bool WasOffered(Guid lead) => View is not null && (View.Board.Any(b => b.Id == lead) || View.Alerts.Any(a => a.LeadId == lead));

    /// <summary>A colleague's name, unless the lane keeps names to itself.</summary>
    private string NameIn(LeadId lead, RepId rep) => Floor.Plan.Find(Floor.Find(lead)?.Stay?.Lane)?.Lane.Names == false ? Say["Board.Colleague"] : PersonName(rep);

    protected Task<IReadOnlyList<StoryStep>?> ExplainAsync(Guid lead) => Stories.OfAsync(Me, new LeadId(lead));

    protected async Task TakeAsync(string lane) => Open(await DoAsync(actor => new Pull(actor, lane), intent: ("next", lane)));

    protected async Task ClaimAsync(Guid id) => Open(await DoAsync(actor => new Claim(actor, new LeadId(id))));

    protected async Task AcceptAsync(Guid id) => Open(await DoAsync(actor => new Accept(actor, new LeadId(id))));

    protected Task PassAsync(ReasonAsk ask) => DoAsync(
        actor => new Pass(actor, new LeadId(ask.Id), ask.Reason),
        answer => Say[answer.Floor.Find(new LeadId(ask.Id)) is { State: LeadState.Waiting, Alerted.IsEmpty: true } ? "Toast.PassedOpen" : "Toast.Passed"],
        intent: ("pass", ask));

    protected Task MoreTimeAsync(Guid id) => DoAsync(actor => new MoreTime(actor, new LeadId(id)));

    protected Task ReleaseAsync(ReasonAsk ask) => DoAsync(actor => new Release(actor, new LeadId(ask.Id), ask.Reason), _ => Say["Toast.GivenBack"], intent: ("release", ask));

    protected async Task AttemptAsync(AttemptAsk ask) => KeepUnsaved(ask.Id, ask.Note, await DoAsync(
        actor => new LogAttempt(actor, new LeadId(ask.Id), ask.Channel, ask.Result, ask.Note, ask.NextAt, Guid.NewGuid()),
        answer => Say["Toast.Attempt", Say.Say(ask.Result), NameOf(answer)],
        undoable: true,
        intent: ask with { Note = null }));

    protected Task OutcomeAsync(OutcomeAsk ask) => DoAsync(
        actor => new SetOutcome(actor, new LeadId(ask.Id), ask.Outcome, ask.Value, ask.Reason, Guid.NewGuid()),
        answer => Say["Toast.Outcome", Say[$"Lead.{ask.Outcome}"].TrimEnd('…'), NameOf(answer)],
        undoable: true,
        intent: ask);

    protected Task ParkAsync(ParkAsk ask) => DoAsync(
        actor => new Park(actor, new LeadId(ask.Id), ask.Until, Guid.NewGuid()),
        answer => Say["Toast.Parked", NameOf(answer), Say.Exact(ask.Until)],
        undoable: true,
        intent: ask);

    protected Task NotNowAsync(NotNowAsk ask) => ask.At is { } at
        ? DoAsync(
            actor => new SetOutcome(actor, new LeadId(ask.Id), Outcome.Nurture, null, null, Guid.NewGuid()) { NextAt = at, Pooled = ask.Pooled },
            answer => Say["Toast.NotNow", NameOf(answer), Say.Exact(at)],
            undoable: true,
            intent: ask)
        : DoAsync(actor => new StopLead(actor, new LeadId(ask.Id), null), answer => Say["Toast.Stopped", NameOf(answer)], intent: ask);

    protected async Task NoteAsync(NoteAsk ask) => KeepUnsaved(ask.Id, ask.Text, await DoAsync(
        actor => new AddNote(actor, new LeadId(ask.Id), ask.Text, Guid.NewGuid()),
        answer => Say["Toast.Note", NameOf(answer)],
        undoable: true,
        intent: ask));

    /// <summary>A note that could not be saved is a draft again.</summary>
    private void KeepUnsaved(Guid lead, string? note, Answer answer)
    {
        if (!answer.IsDone && note is not null)
        {
            Drafts.Keep(Me, lead, note);
        }
    }

    protected Task SetPresenceAsync(Presence presence) => DoAsync(
        actor => new SetPresence(actor, Me, presence, Guid.NewGuid()),
        _ => Say["Toast.Presence", Say.Say(presence)],
        undoable: true);

    /// <summary>What a person does with their open leads before they go home.</summary>
    protected Task GoHomeAsync(GoHomeAsk ask)
    {
        if (ask.Way == GoHomeWay.Keep)
        {
            return SetPresenceAsync(Presence.Off);
        }

        var colleague = ask is { Way: GoHomeWay.HandOver, To: { } to } ? Floor.FindPerson(to) : null;
        return ask.Way == GoHomeWay.HandOver && colleague is null ? Task.CompletedTask : DoAsync(
            actor => new GoingHome(actor, colleague?.Number, Say["Home.Reason"], Guid.NewGuid()),
            _ => Say["Toast.Presence", Say.Say(Presence.Off)],
            undoable: true);
    }

    protected Task HandOverAsync(HandOverAsk ask) => Floor.FindPerson(ask.To) is not { } colleague ? Task.CompletedTask : DoAsync(
        actor => new HandOver(actor, new LeadId(ask.Id), colleague.Number, null, Guid.NewGuid()),
        answer => Say["Toast.Handed", PersonName(colleague.Number)],
        undoable: true,
        intent: ask);

    protected Task WarmAsync(WarmUpAsk ask) => ask switch
    {
        { Step: WarmUpStep.CallOff } => DoAsync(actor => new CallOffTransfer(actor, new LeadId(ask.Id)), _ => Say["Warm.CalledOff"]),
        { Step: WarmUpStep.Book, To: { } to, At: { } at } when Floor.FindPerson(to) is { } senior => DoAsync(
            actor => new BookCall(actor, new LeadId(ask.Id), senior.Number, at, ask.Said),
            _ => Say["Warm.Booked", PersonName(senior.Number), Say.Exact(at)],
            intent: ask with { Said = null }),
        _ => DoAsync(actor => new HandOverLive(actor, new LeadId(ask.Id), ask.Said), intent: ask with { Said = null }),
    };

    protected IReadOnlyList<SlotCard> SlotsOf(Guid lead) => Eyes().Slots(Me, new LeadId(lead), MostSlots);

    /// <summary>Who is here and has a place free, the emptiest first.</summary>
    protected IReadOnlyList<Colleague> Colleagues() =>
    [
        .. Floor.People
            .Where(p => p.Number != Me && p.Terms is { Active: true, HoldsLeads: true } && p.Presence is Presence.Available or Presence.WithCustomer && p.PlacesUsed < p.Terms.Places)
            .OrderBy(p => p.PlacesUsed)
            .Select(p => new Colleague(p.Id, PersonName(p.Number), p.Terms.Places - p.PlacesUsed)),
    ];

    protected void Draft(NoteAsk note) => Drafts.Keep(Me, note.Id, note.Text);

    protected string? DraftOf(Guid lead) => Drafts.Of(Me, lead);

    protected Domain.Clocks.OpeningHours HoursOf(string? lane) => Floor.Plan.Find(lane)?.Hours ?? Domain.Clocks.OpeningHours.Always;

    /// <summary>Where this person works; null = nowhere in particular.</summary>
    protected Location? Shop => Floor.Plan.Plan.Locations.FirstOrDefault(l => l.Key == Floor.Person(Me).Terms.Location);

    protected string Place => Shop?.Name ?? (Floor.Plan.Plan.Locations is [var only] ? only.Name : Say["Nav.Store"]);

    protected string FirstName => PersonName(Me).Split(' ')[0];

    protected IReadOnlyList<QuickReply> RepliesFor(LeadCard lead) => QuickReply.For(lead, FirstName, Place, Say, Floor.Plan.Plan.Replies);

    /// <summary>What a command has brought: the page shows it where it fits.</summary>
    protected abstract void Open(Answer answer);
}
