using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>A rep's desk, live: offer, next lead, my leads.</summary>
public sealed partial class DeskPage
{
    private const int MostGone = 20;
    private ImmutableDictionary<Guid, string> gone = ImmutableDictionary<Guid, string>.Empty;

    /// <summary>The open lead stands in the address, so that a reload comes back to it.</summary>
    [SupplyParameterFromQuery(Name = "lead")] public Guid? Opened { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override bool WholeFloor => false;

    private DeskView? View { get; set; }

    private ImmutableDictionary<Guid, string> Gone => gone;

    private IReadOnlyList<string>? LostReasons => Floor.Plan.Plan.Outcomes.TryGetValue("lost", out var reasons) ? reasons : null;

    private string Title
    {
        get
        {
            var waits = View is null ? 0 : View.Offers.Length + View.Alerts.Length;
            return waits == 0 ? Say["Nav.Desk"] : $"({waits}) {Say["Nav.Desk"]}";
        }
    }

    protected override void Look(Views views)
    {
        ArgumentNullException.ThrowIfNull(views);
        View = views.Desk(Me);
    }

    /// <summary>The loser's moment: who took what stood on this board.</summary>
    protected override void Seen(IReadOnlyList<Committed> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var taken in changes.SelectMany(c => c.Events).Select(e => e.Event).OfType<LeadEvent.Taken>())
        {
            if (taken.Rep != Me && View?.Board.Any(b => b.Id == taken.Lead.Value) == true)
            {
                gone = (gone.Count >= MostGone ? [] : gone).SetItem(taken.Lead.Value, Say["Board.GoneBy", PersonName(taken.Rep)]);
            }
        }
    }

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

    private Task OpenedAsync(Guid? id)
    {
        Opened = id;
        Navigation.NavigateTo(id is null ? "/desk" : $"/desk?lead={id}", replace: true);
        return Task.CompletedTask;
    }

    /// <summary>A lead just taken opens, unless another one is being worked on: a note that is being written is never taken away.</summary>
    private void Open(Answer answer)
    {
        if (answer is { IsDone: true, Lead: { } id } && Opened is null)
        {
            Opened = id.Value;
        }
        else if (answer is { IsDone: true })
        {
            Tell(Say["Toast.Taken", NameOf(answer)]);
        }
    }
}
