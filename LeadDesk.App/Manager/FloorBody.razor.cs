using System.Collections.Immutable;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Manager;

/// <summary>The managers' floor, drawn from one view; what the manager does leaves through the callbacks.</summary>
public sealed partial class FloorBody
{
    private ImmutableArray<LeadSeen> moving = [];
    private ImmutableArray<Fit> fits;
    private Guid asked;
    private ImmutableArray<PauseChoice> pausing = [];
    private ImmutableHashSet<Guid> chosen = [];
    private Dictionary<Guid, string> names = [];
    private ImmutableArray<NextUp> next = [];
    private bool nextOpen;
    private Guid? reading;
    private PeopleColumn? people;

    [Parameter, EditorRequired] public required FloorView View { get; set; }

    [Parameter] public ToastNote? ToastNote { get; set; }

    /// <summary>How leads fit people, asked when they are about to be moved.</summary>
    [Parameter] public Func<ImmutableArray<Guid>, ImmutableArray<Fit>>? FitsOf { get; set; }

    [Parameter] public EventCallback<AssignAsk> Assign { get; set; }

    [Parameter] public EventCallback<Guid> Return { get; set; }

    /// <summary>The owner of an account keeps it longer.</summary>
    [Parameter] public EventCallback<ExtendAsk> Extend { get; set; }

    [Parameter] public EventCallback<PresenceAsk> SetPresence { get; set; }

    /// <summary>Who has which lead open.</summary>
    [Parameter] public ImmutableDictionary<Guid, Beside> Beside { get; set; } = ImmutableDictionary<Guid, Beside>.Empty;

    /// <summary>Told which one lead is about to be moved here; null = none, or many.</summary>
    [Parameter] public Action<Guid?>? Looking { get; set; }

    /// <summary>Whose turn it is in each lane, asked while somebody looks at it.</summary>
    [Parameter] public Func<ImmutableArray<NextUp>>? NextOf { get; set; }

    /// <summary>What of the intake may be paused, asked when somebody is about to.</summary>
    [Parameter] public Func<ImmutableArray<PauseChoice>>? PauseChoices { get; set; }

    [Parameter] public EventCallback<PauseAsk> Pause { get; set; }

    [Parameter] public EventCallback<string> Resume { get; set; }

    [Parameter] public EventCallback<CreditAnswer> Credit { get; set; }

    /// <summary>Says in words why a drop came to nothing.</summary>
    [Parameter] public EventCallback<string> Refuse { get; set; }

    [Parameter] public EventCallback<Guid> Undo { get; set; }

    /// <summary>A lead to be read at once.</summary>
    [Parameter] public Guid? Open { get; set; }

    /// <summary>Reads how a lead came to where it is.</summary>
    [Parameter] public Func<Guid, Task<IReadOnlyList<Fairness.StoryStep>?>>? Explain { get; set; }

    protected override void OnInitialized() => reading = Open;

    protected override void OnParametersSet()
    {
        names = View.Leads.ToDictionary(l => l.Id, Say.Name);

        next = nextOpen ? NextOf?.Invoke() ?? [] : [];

        // What has left the floor is chosen no more.
        chosen = chosen.Intersect(names.Keys);
    }

    private void Choose(IEnumerable<Guid> ids) => chosen = [.. ids.Where(names.ContainsKey)];

    /// <summary>A lead that is one of several chosen takes the others along; none = all that are chosen.</summary>
    private ImmutableArray<LeadSeen> Picked(Guid id)
    {
        var all = id == Guid.Empty || chosen.Contains(id);
        return [.. View.Leads.Where(l => all ? chosen.Contains(l.Id) : l.Id == id).Select(l => new LeadSeen(l.Id, l.Version, l.OwnerId))];
    }

    private void Read(Guid id)
    {
        reading = id;
        Looking?.Invoke(id);
    }

    private void StopReading()
    {
        reading = null;
        Looking?.Invoke(null);
    }

    private void MoveRead(Guid id)
    {
        reading = null;
        StartMove(id);
    }

    private void StartMove(Guid id) => Ask(Picked(id), Guid.Empty);

    /// <summary>To whom, or where a person is named already, whether really so many.</summary>
    private void Ask(ImmutableArray<LeadSeen> leads, Guid person)
    {
        (moving, asked) = (leads, person);
        fits = moving.IsEmpty ? default : FitsOf?.Invoke([.. moving.Select(l => l.Id)]) ?? default;
        Looking?.Invoke(moving is [var one] ? one.Id : null);
    }

    /// <summary>Dropped onto a person: moved as Move… would, except to those who are not there to notice.</summary>
    private Task DropAsync(DropEventArgs drop)
    {
        var (lead, to) = drop.Keys;
        if (drop.To == DropEventArgs.Queue)
        {
            return DropOnQueueAsync(Picked(lead));
        }

        if (Picked(lead) is not [_, ..] picked || View.People.FirstOrDefault(p => p.Id == to) is not { } person)
        {
            return Task.CompletedTask;
        }

        var leads = picked.RemoveAll(l => l.Owner == to);
        var why = person switch
        {
            _ when leads.IsEmpty => "Theirs",
            { Places.Limit: 0 } => "None",
            { Presence: Presence.Available or Presence.WithCustomer } => null,
            _ => person.Presence.ToString(),
        };
        if (why is not null)
        {
            return Refuse.InvokeAsync(Say[$"Drop.{why}", person.Name]);
        }

        if (leads.Length > MoveMenu.Many)
        {
            Ask(leads, to);
            return Task.CompletedTask;
        }

        return AssignAsync(new(leads, to, null));
    }

    /// <summary>Dropped onto the queue: the rules place it anew, as Move… offers it for one lead.</summary>
    private Task DropOnQueueAsync(ImmutableArray<LeadSeen> picked) => picked switch
    {
        [] => Task.CompletedTask,
        [var only] when View.Leads.Any(l => l.Id == only.Id && l.State == LeadState.Waiting) => Refuse.InvokeAsync(Say["Drop.Waiting"]),
        [var only] => Return.InvokeAsync(only.Id),
        _ => Refuse.InvokeAsync(Say["Drop.Many"]),
    };

    /// <summary>How fast leads are first answered today, beside the goal.</summary>
    private string? Answers => View.Answers switch
    {
        { MedianSeconds: null } => null,
        { MedianSeconds: { } median, GoalSeconds: { } goal } a => Say["Answers.Goal", Span(median), Span(goal), a.InTime, a.Answered],
        { MedianSeconds: { } median } a => Say["Answers.Median", Span(median), a.InTime, a.Answered],
    };

    private string Span(int seconds) => (seconds / 60, seconds % 60) switch
    {
        (0, var s) => Say["Clock.S", s],
        ( < 60 and var m, 0) => Say["Clock.Min", m],
        ( < 60 and var m, var s) => $"{Say["Clock.Min", m]} {Say["Clock.S", s]}",
        (var m, _) => $"{Say["Clock.H", m / 60]} {Say["Clock.Min", m % 60]}",
    };

    private void ToggleNext()
    {
        nextOpen = !nextOpen;
        next = nextOpen ? NextOf?.Invoke() ?? [] : [];
    }

    /// <summary>Somebody has to become Ready: the presence of the first whom only that keeps from this lead is opened, or else of the first who is not Ready. Who is here comes before who is off.</summary>
    private void AskReady(Guid lead)
    {
        var lacking = FitsOf?.Invoke([lead]).Where(f => f.Why == Test.E4).Select(f => f.Person).ToHashSet() ?? [];
        var others = View.People.Where(p => p.Presence != Presence.Available).OrderBy(p => p.Presence == Presence.Off).ToList();
        if ((others.Find(p => lacking.Contains(p.Id)) ?? others.FirstOrDefault()) is { } person)
        {
            people?.Ask(person.Id);
        }
    }

    private void StartPause() => pausing = PauseChoices?.Invoke() ?? [];

    private void StopPause() => pausing = [];

    private Task PauseAsync(PauseAsk ask)
    {
        pausing = [];
        return Pause.InvokeAsync(ask);
    }

    private void StopMove()
    {
        moving = [];
        Looking?.Invoke(null);
    }

    private Task AssignAsync(AssignAsk ask)
    {
        StopMove();
        chosen = chosen.Except(ask.Leads.Select(l => l.Id));
        return Assign.InvokeAsync(ask);
    }

    /// <summary>The one lead about to be moved, as it is now.</summary>
    private LeadCard? Moved => moving is [var one] ? View.Leads.FirstOrDefault(l => l.Id == one.Id) : null;

    private Task ExtendAsync(ExtendAsk ask)
    {
        StopMove();
        return Extend.InvokeAsync(ask);
    }

    private Task ReturnAsync(Guid id)
    {
        StopMove();
        return Return.InvokeAsync(id);
    }
}
