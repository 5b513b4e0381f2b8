using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Fairness;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>A rep's desk, live: offer, next lead, my leads.</summary>
public sealed partial class DeskPage
{
    private const int MostGone = 20;

    /// <summary>Whoever did nothing here for so long was away.</summary>
    private static readonly TimeSpan Leave = TimeSpan.FromDays(3);
    private ImmutableDictionary<Guid, GoneNote> gone = ImmutableDictionary<Guid, GoneNote>.Empty;

    /// <summary>The open lead stands in the address, so that a reload comes back to it.</summary>
    [SupplyParameterFromQuery(Name = "lead")] public Guid? Opened { get; set; }

    [Inject] private NoteDrafts Drafts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private LeadStories Stories { get; set; } = default!;

    protected override bool WholeFloor => false;

    private DeskView? View { get; set; }

    /// <summary>Nothing was done here for days: the person is back from leave.</summary>
    private bool Returned { get; set; }

    private ImmutableDictionary<Guid, GoneNote> Gone => gone;

    private IReadOnlyList<string>? LostReasons => Floor.Plan.Plan.Outcomes.TryGetValue("lost", out var reasons) ? reasons : null;

    private string Title
    {
        get
        {
            var waits = View is null ? 0 : Asking.Count(View);
            return waits == 0 ? Say["Nav.Desk"] : $"({waits}) {Say["Nav.Desk"]}";
        }
    }

    protected override void Look(Views views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var first = View is null;
        View = views.Desk(Me);
        Returned |= first && View.At - Floor.Person(Me).LastActionAt > Leave;
    }

    protected override void Seen(IReadOnlyList<Committed> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var stamped in changes.SelectMany(c => c.Events))
        {
            switch (stamped.Event)
            {
                case LeadEvent.Taken taken when taken.Rep != Me && WasOffered(taken.Lead.Value):
                    gone = (gone.Count >= MostGone ? [] : gone).SetItem(taken.Lead.Value, new(Say["Board.GoneBy", NameIn(taken.Lead, taken.Rep)], stamped.At));
                    break;
                case LeadEvent.Taken { Way: TakeWay.Assigned or TakeWay.HandedOver } given when given.Rep == Me && stamped.Actor.Rep != Me:
                    Tell(Say["Toast.Given", stamped.Actor.Rep is { } by ? PersonName(by) : Say["Board.Colleague"]]);
                    break;
                case LeadEvent.OfferEnded { Why: OfferEnd.TimedOut or OfferEnd.Withdrawn or OfferEnd.Reassigned } over when over.Rep == Me:
                    Tell(Floor.Find(over.Lead)?.Owner is { } owner ? Say["Offer.WentTo", NameIn(over.Lead, owner), Say.Time(stamped.At)] : Say["Offer.WentOn", Say.Time(stamped.At)]);
                    break;
            }
        }
    }

    /// <summary>What this person could have had: it stood on their board, or it rang at their desk.</summary>
    private bool WasOffered(Guid lead) => View is not null && (View.Board.Any(b => b.Id == lead) || View.Alerts.Any(a => a.LeadId == lead));

    /// <summary>A colleague's name, unless the lane keeps names to itself.</summary>
    private string NameIn(LeadId lead, RepId rep) => Floor.Plan.Find(Floor.Find(lead)?.Stay?.Lane)?.Lane.Names == false ? Say["Board.Colleague"] : PersonName(rep);

    private Task<IReadOnlyList<StoryStep>?> ExplainAsync(Guid lead) => Stories.OfAsync(Me, new LeadId(lead));

    private async Task TakeAsync(string lane) => Open(await DoAsync(actor => new Pull(actor, lane)));

    private async Task ClaimAsync(Guid id) => Open(await DoAsync(actor => new Claim(actor, new LeadId(id))));

    private async Task AcceptAsync(Guid id) => Open(await DoAsync(actor => new Accept(actor, new LeadId(id))));

    private Task PassAsync(ReasonAsk ask) => DoAsync(actor => new Pass(actor, new LeadId(ask.Id), ask.Reason), _ => Say["Toast.Passed"]);

    private Task MoreTimeAsync(Guid id) => DoAsync(actor => new MoreTime(actor, new LeadId(id)));

    private Task ReleaseAsync(ReasonAsk ask) => DoAsync(actor => new Release(actor, new LeadId(ask.Id), ask.Reason), _ => Say["Toast.GivenBack"]);

    private Task AttemptAsync(AttemptAsk ask) => DoAsync(
        actor => new LogAttempt(actor, new LeadId(ask.Id), ask.Channel, ask.Result, ask.Note, ask.NextAt, Guid.NewGuid()),
        answer => Say["Toast.Attempt", Say.Say(ask.Result), NameOf(answer)],
        undoable: true);

    private Task OutcomeAsync(OutcomeAsk ask) => DoAsync(
        actor => new SetOutcome(actor, new LeadId(ask.Id), ask.Outcome, ask.Value, ask.Reason, Guid.NewGuid()),
        answer => Say["Toast.Outcome", Say[$"Lead.{ask.Outcome}"].TrimEnd('…'), NameOf(answer)],
        undoable: true);

    private Task ParkAsync(ParkAsk ask) => DoAsync(
        actor => new Park(actor, new LeadId(ask.Id), ask.Until, Guid.NewGuid()),
        answer => Say["Toast.Parked", NameOf(answer), Say.Exact(ask.Until)],
        undoable: true);

    private Task NoteAsync(NoteAsk ask) => DoAsync(
        actor => new AddNote(actor, new LeadId(ask.Id), ask.Text, Guid.NewGuid()),
        answer => Say["Toast.Note", NameOf(answer)],
        undoable: true);

    private Task SetPresenceAsync(Presence presence) => DoAsync(
        actor => new SetPresence(actor, Me, presence, Guid.NewGuid()),
        _ => Say["Toast.Presence", Say.Say(presence)],
        undoable: true);

    /// <summary>What a person does with their open leads before they go home.</summary>
    private async Task GoHomeAsync(GoHomeAsk ask)
    {
        var leads = ask.Way == GoHomeWay.Keep ? [] : View!.Mine.Select(l => new LeadId(l.Id)).ToList();
        foreach (var lead in leads)
        {
            var answer = ask is { Way: GoHomeWay.HandOver, To: { } to } && Floor.FindPerson(to) is { } colleague
                ? await DoAsync(actor => new HandOver(actor, lead, colleague.Number, null, Guid.NewGuid()))
                : await DoAsync(actor => new Release(actor, lead, Say["Home.Reason"]));
            if (!answer.IsDone)
            {
                return;
            }
        }

        await SetPresenceAsync(Presence.Off);
    }

    private Task HandOverAsync(HandOverAsk ask) => Floor.FindPerson(ask.To) is not { } colleague ? Task.CompletedTask : DoAsync(
        actor => new HandOver(actor, new LeadId(ask.Id), colleague.Number, null, Guid.NewGuid()),
        answer => Say["Toast.Handed", PersonName(colleague.Number)],
        undoable: true);

    /// <summary>Who is here and has a place free, the emptiest first.</summary>
    private IReadOnlyList<Colleague> Colleagues() =>
    [
        .. Floor.People
            .Where(p => p.Number != Me && p.Terms is { Active: true, HoldsLeads: true } && p.Presence is Presence.Available or Presence.WithCustomer && p.Number != Me && p.PlacesUsed < p.Terms.Places)
            .OrderBy(p => p.PlacesUsed)
            .Select(p => new Colleague(p.Id, PersonName(p.Number), p.Terms.Places - p.PlacesUsed)),
    ];

    private void Draft(NoteAsk note) => Drafts.Keep(Me, note.Id, note.Text);

    private string? DraftOf(Guid lead) => Drafts.Of(Me, lead);

    private Domain.Clocks.OpeningHours HoursOf(string? lane) => Floor.Plan.Find(lane)?.Hours ?? Domain.Clocks.OpeningHours.Always;

    private void OpenedAt(Guid? id)
    {
        Opened = id;
        Navigation.NavigateTo(id is null ? "/desk" : $"/desk?lead={id}", replace: true);
    }

    /// <summary>A lead just taken opens, unless another one is being worked on: a note that is being written is never taken away.</summary>
    private void Open(Answer answer)
    {
        if (answer is { IsDone: true, Lead: { } id } && Opened is null)
        {
            OpenedAt(id.Value);
        }
        else if (answer is { IsDone: true })
        {
            Tell(Say["Toast.Taken", NameOf(answer)]);
        }
    }
}
