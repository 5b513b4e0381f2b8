using System.Threading.Channels;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.App.Settings;
using LeadDesk.App.Shell;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LeadDesk.App.Live;

/// <summary>
/// A page that shows the desk as it is: it watches the board with its person's eyes and draws itself anew when something they may see has
/// changed, four times a second at the most. Nothing is drawn before the circuit stands, so that no lead is in the first HTML.
/// </summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource gone = new();
    private BoardSubscription? board;
    private Gaze? gaze;
    private bool stands;

    /// <summary>The person this circuit belongs to.</summary>
    protected RepId Me { get; private set; }

    protected ToastNote? Toast { get; private set; }

    protected abstract bool WholeFloor { get; }

    [Inject] protected Phrases Say { get; set; } = default!;

    [Inject] private Calls Calls { get; set; } = default!;

    [Inject] private Intents Intents { get; set; } = default!;

    [Inject] private LiveBoard Board { get; set; } = default!;

    [Inject] private DeskLoop Loop { get; set; } = default!;

    [Inject] private FaultWording Faults { get; set; } = default!;

    [Inject] private DeskWording Wording { get; set; } = default!;

    [Inject] private Wishes Wishes { get; set; } = default!;

    [Inject] private Held Held { get; set; } = default!;

    [Inject] private Acts Acts { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private Gazes Gazes { get; set; } = default!;

    [Inject] private CircuitLine Line { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> Viewer { get; set; } = default!;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await gone.CancelAsync();
        if (gaze is not null)
        {
            Line.Changed -= gaze.Line;
            gaze.Dispose();
        }

        board?.Dispose();
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive || (await Viewer).User.Caller().Rep is not { } rep)
        {
            return;
        }

        Me = rep;
        var plan = Calls.Floor.Plan;
        var wish = Wishes.Of(Calls.Floor.Person(rep).Id);
        Say.Zone = wish.Zone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var zone) ? zone
            : plan.ZoneOf(Calls.Floor.Person(rep).Terms.Location);
        Say.Currency = plan.Plan.Currency;
        gaze = Gazes.Open(rep);
        Line.Changed += gaze.Line;
        (stands, Held.Show) = (wish.Hold && MayStand, ShowWaiting);
        board = Board.Watch(rep, WholeFloor);
        Look(Calls.Views());
        _ = WatchAsync(board);
    }

    /// <summary>Whether a wish to hold updates back is for this page: it needs the place where they are shown.</summary>
    protected virtual bool MayStand => true;

    /// <summary>Takes from the floor what this page shows.</summary>
    protected abstract void Look(Views views);

    protected SalesFloor Floor => Calls.Floor;

    /// <summary>Says to the others what this page has open.</summary>
    protected void LookAt(LeadId? lead, bool writing = false) => gaze?.At(lead, writing);

    /// <summary>What the others have open.</summary>
    protected System.Collections.Immutable.ImmutableArray<Looker> Others() => Gazes.Others(Me);

    /// <summary>The floor as it is now, with this person's eyes.</summary>
    protected Views Eyes() => Calls.Views();

    /// <summary>
    /// Sends a person's verb. A refusal is said in words; what can be undone says so for its fifteen seconds. Where doing it twice would be
    /// twice as much, `intent` names what the person meant: a double click is one.
    /// </summary>
    protected async Task<Answer> DoAsync(Func<Actor, Command> make, Func<Answer, string>? done = null, bool undoable = false, object? intent = null)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (WasPressedInTheDark())
        {
            return new Answer(Decided.Of(new Refusal(RefusalCode.Stale), null), Floor);
        }

        Task<Answer> SendAsync() => Loop.SendAsync(make(Actor.Person(Me, "page")));
        var answer = await (intent is null ? SendAsync() : Intents.OnceAsync(Me, intent, SendAsync));
        if (!answer.IsDone)
        {
            Tell(WhyNot(answer));
        }
        else if (done is not null)
        {
            var text = done(answer);
            Tell(text, undoable ? answer.Decided.ActionId : null, Discreet(text, answer));
        }

        Look(Calls.Views());
        return answer;
    }

    /// <summary>Whether the press that led here lay in a dead line too long to be meant any more; says so in words.</summary>
    protected bool WasPressedInTheDark()
    {
        if (!Acts.TakeLate())
        {
            return false;
        }

        Tell(Say["App.TooLate"]);
        return true;
    }

    protected Task UndoAsync(Guid action)
    {
        Toast = null;
        return DoAsync(actor => new LeadDesk.App.Desk.Commands.Undo(actor, action), _ => Say["Toast.Undone"]);
    }

    /// <summary>What was done, for somebody who looks over the shoulder; null = nobody does here.</summary>
    protected virtual string? Discreet(string text, Answer answer) => null;

    protected void Tell(string text, Guid? action = null, string? discreet = null)
    {
        var now = Time.GetUtcNow();
        var note = new ToastNote(text, action, now + Undoable.For) { Discreet = discreet };
        Toast = Toast?.Then(note, now) ?? note;
    }

    /// <summary>How a lead is called in a short sentence, as far as this person may know it.</summary>
    protected string NameOf(Answer answer) => answer is { Lead: { } id } ? NameOf(id, answer) : Say["Lead.Unnamed"];

    protected string NameOf(LeadId id, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Calls.Views(answer.Floor).Lead(Me, id) is { } card ? Say.Name(card) : Say["Lead.Unnamed"];
    }

    protected string PersonName(RepId person) => Wording.For(Floor).Name(person);

    protected string Words(Refusal refusal, Answer answer, LeadId? lead = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Wording.Of(refusal, answer.Floor, Calls.Now, Me, lead ?? answer.Lead);
    }

    /// <summary>Why what was asked for did not happen, in words.</summary>
    protected string WhyNot(Answer answer) => answer switch
    {
        { Refusal: { } refusal } => Words(refusal, answer),
        { Unavailable: { } unwritten } => Wording.Of(unwritten),
        { Decided.Fault: { } fault } => Faults.Of(fault.Words),
        _ => Say["Toast.Broke"],
    };

    private async Task WatchAsync(BoardSubscription watched)
    {
        try
        {
            long? drawn = null;
            while (true)
            {
                await watched.AnyAsync(gone.Token);
                if (drawn is { } last && Rest - Time.GetElapsedTime(last) is { Ticks: > 0 } rest)
                {
                    await Task.Delay(rest, Time, gone.Token);
                }

                var changes = await watched.NextAsync(gone.Token);
                await InvokeAsync(() =>
                {
                    if (stands && !Presses(changes))
                    {
                        Held.Wait(changes.Count);
                        return;
                    }

                    Seen(changes);
                    ShowHeld();
                });
                drawn = Time.GetTimestamp();
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ChannelClosedException or ObjectDisposedException)
        {
            // The page was left.
        }
        catch (Exception bug)
        {
            await DispatchExceptionAsync(bug);
        }
    }

    /// <summary>Whether this must be shown at once to somebody whose page stands still: it rings for them, or is about what they hold.</summary>
    protected virtual bool Presses(IReadOnlyList<Committed> changes) => false;

    private void ShowWaiting()
    {
        Seen([]);
        ShowHeld();
    }

    private void ShowHeld()
    {
        Held.Clear();
        Look(Calls.Views());
        Redraw();
    }

    /// <summary>Draws what the last look has brought.</summary>
    protected virtual void Redraw() => StateHasChanged();

    /// <summary>What happened since the last look, for pages that say more than what is there now; empty = something, and not told one by one.</summary>
    protected virtual void Seen(IReadOnlyList<Committed> changes)
    {
    }
}
