using System.Collections.Immutable;
using LeadDesk.App.Fairness;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>A rep's whole desk, drawn from one view; what the rep does leaves through the callbacks.</summary>
public sealed partial class DeskBody
{
    private string tab = "now";
    private Guid? opened;
    private Guid? asked;
    private LeadCard? open;
    private Primary primary;
    private WaitingBand? next;
    private bool leaving;
    private ImmutableArray<AlertCard> rang = [];
    private ImmutableArray<(AlertCard Alert, GoneNote Note)> over = [];

    [Parameter, EditorRequired] public required DeskView View { get; set; }

    /// <summary>The lead to open, e.g. the one just taken; a change of it opens that lead.</summary>
    [Parameter] public Guid? Open { get; set; }

    [Parameter] public ToastNote? ToastNote { get; set; }

    /// <summary>Who took what, in words, for leads that left the board.</summary>
    [Parameter] public ImmutableDictionary<Guid, GoneNote> Gone { get; set; } = ImmutableDictionary<Guid, GoneNote>.Empty;

    /// <summary>The shop's reasons for a lost lead; null = the usual ones.</summary>
    [Parameter] public IReadOnlyList<string>? LostReasons { get; set; }

    /// <summary>Reads how a lead came to its owner.</summary>
    [Parameter] public Func<Guid, Task<IReadOnlyList<StoryStep>?>>? Explain { get; set; }

    [Parameter] public EventCallback<string> Take { get; set; }

    [Parameter] public EventCallback<Guid> Claim { get; set; }

    [Parameter] public EventCallback<Guid> Accept { get; set; }

    [Parameter] public EventCallback<ReasonAsk> Pass { get; set; }

    [Parameter] public EventCallback<Guid> MoreTime { get; set; }

    [Parameter] public EventCallback<ReasonAsk> Release { get; set; }

    [Parameter] public EventCallback<AttemptAsk> Attempt { get; set; }

    [Parameter] public EventCallback<OutcomeAsk> Outcome { get; set; }

    [Parameter] public EventCallback<ParkAsk> Park { get; set; }

    [Parameter] public EventCallback<NoteAsk> Note { get; set; }

    [Parameter] public EventCallback<Presence> SetPresence { get; set; }

    /// <summary>Going home with open leads: asked before the presence changes.</summary>
    [Parameter] public EventCallback<GoHomeAsk> GoHome { get; set; }

    [Parameter] public EventCallback<HandOverAsk> HandOver { get; set; }

    /// <summary>Who could be given a lead now.</summary>
    [Parameter] public Func<IReadOnlyList<Colleague>>? Colleagues { get; set; }

    /// <summary>Keeps an unsaved note; a plain call, because it must draw nothing.</summary>
    [Parameter] public Action<NoteAsk>? Draft { get; set; }

    [Parameter] public Func<Guid, string?>? DraftOf { get; set; }

    /// <summary>The calendar of a lane, for call-backs.</summary>
    [Parameter] public Func<string?, Domain.Clocks.OpeningHours>? HoursOf { get; set; }

    /// <summary>Back after days away.</summary>
    [Parameter] public bool Returned { get; set; }

    [Parameter] public EventCallback<Guid> Undo { get; set; }

    /// <summary>The lead the rep opened, so that the page can keep it in the address.</summary>
    [Parameter] public EventCallback<Guid?> Opened { get; set; }

    private bool NothingWaits => View.Waiting.All(w => w.Ok && w.Band == "0");

    private string Waits => View.Waiting.FirstOrDefault(w => w.Band != "0")?.Band ?? "0";

    protected override void OnParametersSet()
    {
        if (Open != asked)
        {
            asked = Open;
            opened = Open;
            tab = Open is null ? tab : "lead";
        }

        Draw();
    }

    private void Draw()
    {
        open = View.Mine.Concat(View.Parked).FirstOrDefault(l => l.Id == opened);
        if (open is null && tab == "lead")
        {
            tab = "mine";
        }

        // What rang and was taken by somebody else says so for a moment.
        over = [.. over.Where(o => View.At - o.Note.At < BoardLine.Grey),
            .. rang.Where(r => Gone.ContainsKey(r.LeadId) && !View.Alerts.Any(a => a.LeadId == r.LeadId)).Select(r => (r, Gone[r.LeadId]))];
        rang = View.Alerts;
        primary = PrimaryOf.Desk(View, open);
        next = PrimaryOf.NextLane(View);
    }

    private Task PresentAsync(Presence presence)
    {
        leaving = presence == Presence.Off && !View.Mine.IsEmpty;
        return leaving ? Task.CompletedTask : SetPresence.InvokeAsync(presence);
    }

    private Task HomeAsync(GoHomeAsk? ask)
    {
        leaving = false;
        return ask is null ? Task.CompletedTask : GoHome.InvokeAsync(ask);
    }

    private Task OpenLead(Guid id)
    {
        (opened, tab) = (id, "lead");
        Draw();
        return Opened.InvokeAsync(id);
    }

    private Task CloseLead()
    {
        (opened, tab) = (null, "mine");
        Draw();
        return Opened.InvokeAsync(null);
    }

    private async Task PickTabAsync(string verb)
    {
        switch (verb)
        {
            case "accept" when !View.Offers.IsEmpty:
                await Accept.InvokeAsync(View.Offers[0].LeadId);
                break;
            case "claim" when !View.Alerts.IsEmpty:
                await Claim.InvokeAsync(View.Alerts[0].LeadId);
                break;
            case "take" when next is not null:
                await Take.InvokeAsync(next.Lane);
                break;
            case "now" or "mine" or "lead":
                tab = verb;
                break;
        }
    }
}
