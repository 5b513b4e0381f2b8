using System.Collections.Immutable;
using LeadDesk.App.Fairness;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>What a <see cref="WorkPage"/> hands to whatever draws it: one view, and the callbacks by which everything leaves that the person does.</summary>
public abstract class WorkBody : ComponentBase
{
    [Parameter, EditorRequired] public required DeskView View { get; set; }

    /// <summary>The lead to open, e.g. the one just taken; a change of it opens that lead.</summary>
    [Parameter] public Guid? Open { get; set; }

    /// <summary>The lead that was opened, so that the page can keep it in the address.</summary>
    [Parameter] public EventCallback<Guid?> Opened { get; set; }

    [Parameter] public ToastNote? ToastNote { get; set; }

    /// <summary>Who took what, in words, for leads that were in sight.</summary>
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

    [Parameter] public EventCallback<NotNowAsk> NotNow { get; set; }

    [Parameter] public EventCallback<NoteAsk> Note { get; set; }

    [Parameter] public EventCallback<Presence> SetPresence { get; set; }

    /// <summary>Going home with open leads: asked before the presence changes.</summary>
    [Parameter] public EventCallback<GoHomeAsk> GoHome { get; set; }

    [Parameter] public EventCallback<HandOverAsk> HandOver { get; set; }

    [Parameter] public EventCallback<WarmUpAsk> Warm { get; set; }

    /// <summary>When a senior can call a customer back.</summary>
    [Parameter] public Func<Guid, IReadOnlyList<SlotCard>>? Slots { get; set; }

    /// <summary>Who could be given a lead now.</summary>
    [Parameter] public Func<IReadOnlyList<Colleague>>? Colleagues { get; set; }

    /// <summary>Keeps an unsaved note; a plain call, because it must draw nothing.</summary>
    [Parameter] public Action<NoteAsk>? Draft { get; set; }

    [Parameter] public Func<Guid, string?>? DraftOf { get; set; }

    /// <summary>Says that a note is being written, or no more; a plain call, because it must draw nothing.</summary>
    [Parameter] public Action<bool>? Writing { get; set; }

    /// <summary>Who else has a lead open, in words.</summary>
    [Parameter] public Func<Guid, string?>? BesideOf { get; set; }

    /// <summary>Short answers that stand ready for a lead.</summary>
    [Parameter] public Func<LeadCard, IReadOnlyList<QuickReply>>? Replies { get; set; }

    /// <summary>The calendar of a lane, for call-backs.</summary>
    [Parameter] public Func<string?, OpeningHours>? HoursOf { get; set; }

    [Parameter] public EventCallback<Guid> Undo { get; set; }

    /// <summary>Somebody wants to go home, and is asked what becomes of their open leads.</summary>
    protected bool Leaving { get; private set; }

    /// <summary>How many of one's own are late.</summary>
    protected int Late => View.Mine.Count(l => l.Due?.Band == Band.Breach);

    /// <summary>Draws a newer view, without its page being drawn around it.</summary>
    public virtual void Push(DeskView view, ImmutableDictionary<Guid, GoneNote> gone, ToastNote? toast)
    {
        (View, Gone, ToastNote) = (view, gone, toast);
        OnParametersSet();
        StateHasChanged();
    }

    /// <summary>Sets the presence; who goes home with open leads is asked first.</summary>
    protected Task PresentAsync(Presence presence)
    {
        Leaving = presence == Presence.Off && !View.Mine.IsEmpty;
        return Leaving ? Task.CompletedTask : SetPresence.InvokeAsync(presence);
    }

    /// <summary>What became of the question; null = they stay.</summary>
    protected Task HomeAsync(GoHomeAsk? ask)
    {
        Leaving = false;
        return ask is null ? Task.CompletedTask : GoHome.InvokeAsync(ask);
    }
}
