using System.Globalization;
using LeadDesk.App.Fairness;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>The open lead of a rep: reach the customer, say what happened, write it down.</summary>
public sealed partial class LeadPanel
{
    private static readonly (string Verb, string Text, LeadStep Step)[] Outcomes =
    [
        ("did-Reached", "Lead.Reached", LeadStep.None),
        ("did-NoAnswer", "Lead.NoAnswer", LeadStep.None),
        ("did-VisitSet", "Lead.VisitSet", LeadStep.None),
        ("step-CallBack", "Lead.CallBack", LeadStep.CallBack),
        ("step-Won", "Lead.Won", LeadStep.Won),
        ("step-Lost", "Lead.Lost", LeadStep.Lost),
    ];

    private Channel channel = Channel.Call;
    private string? note;
    private string? kept;
    private int written;
    private DateTimeOffset? tapped;
    private IReadOnlyList<ComeBack> times = [];
    private IReadOnlyList<Colleague> people = [];
    private IReadOnlyList<QuickReply> replies = [];
    private bool pooled;
    private LeadCard? drawn;
    private bool touched;
    private bool filledDrawn;
    private string? besideDrawn;

    [Parameter, EditorRequired] public required LeadCard Lead { get; set; }

    /// <summary>Call is the one thing to do next.</summary>
    [Parameter] public bool Filled { get; set; }

    [Parameter] public IReadOnlyList<string>? LostReasons { get; set; }

    /// <summary>Reads how a lead came to its owner.</summary>
    [Parameter] public Func<Guid, Task<IReadOnlyList<StoryStep>?>>? Explain { get; set; }

    [Parameter] public EventCallback Close { get; set; }

    [Parameter] public EventCallback<AttemptAsk> Attempt { get; set; }

    [Parameter] public EventCallback<OutcomeAsk> Outcome { get; set; }

    [Parameter] public EventCallback<ParkAsk> Park { get; set; }

    /// <summary>Not for now, or never again.</summary>
    [Parameter] public EventCallback<NotNowAsk> NotNow { get; set; }

    [Parameter] public EventCallback<NoteAsk> Note { get; set; }

    [Parameter] public EventCallback<ReasonAsk> Release { get; set; }

    [Parameter] public EventCallback<HandOverAsk> HandOver { get; set; }

    /// <summary>A customer who was warmed up goes to a senior.</summary>
    [Parameter] public EventCallback<WarmUpAsk> Warm { get; set; }

    [Parameter] public Func<Guid, IReadOnlyList<Domain.Floor.SlotCard>>? Slots { get; set; }

    /// <summary>Who could be given this lead; null where nobody hands over.</summary>
    [Parameter] public Func<IReadOnlyList<Colleague>>? Colleagues { get; set; }

    /// <summary>Short answers for this lead; null = none stand ready.</summary>
    [Parameter] public Func<LeadCard, IReadOnlyList<QuickReply>>? Replies { get; set; }

    /// <summary>The note that was being written when this lead was last open.</summary>
    [Parameter] public string? Draft { get; set; }

    /// <summary>Keeps what is written; it draws nothing, so that no letter typed meanwhile is overwritten.</summary>
    [Parameter] public Action<NoteAsk>? Drafted { get; set; }

    /// <summary>Says that a note is being written, or no more; it draws nothing.</summary>
    [Parameter] public Action<bool>? Writing { get; set; }

    /// <summary>Who else has this lead open, in words.</summary>
    [Parameter] public string? Beside { get; set; }

    /// <summary>The calendar of the lead's lane.</summary>
    [Parameter] public Domain.Clocks.OpeningHours Hours { get; set; } = Domain.Clocks.OpeningHours.Always;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private LeadStep Step { get; set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    private string? Written => string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    protected override void OnInitialized() => note = kept = Draft;

    private void StartWriting() => Writing?.Invoke(true);

    private void StopWriting() => Writing?.Invoke(false);

    private void Write(ChangeEventArgs change)
    {
        note = change.Value as string;
        Drafted?.Invoke(new(Lead.Id, note ?? ""));
    }

    /// <summary>The note is said: an empty field stands in its place.</summary>
    private string? TakeNote()
    {
        var said = Written;
        (note, kept) = (null, null);
        written++;
        Drafted?.Invoke(new(Lead.Id, ""));
        return said;
    }

    protected override void OnParametersSet()
    {
        var same = drawn is not null && Lasting(drawn) == Lasting(Lead);
        touched |= !same && drawn is not null;
        if (drawn is null)
        {
            // Nobody is asked before the first drawing.
            (filledDrawn, besideDrawn) = (Filled, Beside);
        }

        drawn = Lead;
        if (note is null && Draft is { } back)
        {
            // It could not be saved: it stands in the field again.
            (note, kept, touched) = (back, back, true);
            written++;
        }
    }

    /// <summary>The age changes with every push, and the lists of attempts and notes are made anew; neither is a reason to draw the panel again, one more in them is.</summary>
    internal static (LeadCard, int?, int?) Lasting(LeadCard lead) => (lead with { AgeSeconds = 0, Attempts = null, Notes = null }, lead.Attempts?.Length, lead.Notes?.Length);

    /// <summary>Remembers what it draws as it draws it: what changes while the browser still takes the picture is drawn after it, not forgotten.</summary>
    protected override bool ShouldRender()
    {
        var draw = touched || filledDrawn != Filled || besideDrawn != Beside;
        (touched, filledDrawn, besideDrawn) = (false, Filled, Beside);
        return draw;
    }

    /// <summary>The customer is being reached by this way: what happened is asked for it.</summary>
    public void Tapped(Channel by)
    {
        (channel, tapped, touched) = (by, Now, true);
        StateHasChanged();
    }

    private string Expanded(LeadStep step) => Step == step ? "true" : "false";

    private async Task PickAsync(PickEventArgs pick)
    {
        touched = true;
        var (verb, what) = pick.Verb.Split('-', 2) is [var v, var w] ? (v, w) : (pick.Verb, "");
        switch (verb)
        {
            case "tap":
                Tapped(Enum.Parse<Channel>(pick.Value));
                break;
            case "step":
                Toggle(Enum.Parse<LeadStep>(what));
                break;
            case "did":
                await TriedAsync(Enum.Parse<AttemptResult>(what), null);
                break;
            case "at":
                await AtAsync(pick.Value);
                break;
            case "ended":
                await KeepNoteAsync();
                await EndedAsync(Enum.Parse<Outcome>(what), null, pick.Value.Length == 0 ? null : pick.Value);
                break;
            case "stop":
                Step = LeadStep.None;
                await KeepNoteAsync();
                await NotNow.InvokeAsync(new(Lead.Id, null, false));
                break;
            case "back":
                Step = LeadStep.None;
                await KeepNoteAsync();
                await Release.InvokeAsync(new(Lead.Id, pick.Value.Length == 0 ? null : pick.Value));
                break;
            case "to":
                Step = LeadStep.None;
                await KeepNoteAsync();
                await HandOver.InvokeAsync(new(Lead.Id, Guid.Parse(pick.Value)));
                break;
            case "note":
                await KeepNoteAsync();
                break;
            case "close":
                if (Step == LeadStep.None)
                {
                    await Close.InvokeAsync();
                }

                Step = LeadStep.None;
                break;
        }
    }

    private void Toggle(LeadStep step)
    {
        Step = Step == step ? LeadStep.None : step;
        times = Step is LeadStep.CallBack or LeadStep.Later ? ComeBack.From(Now, Say, Hours, CustomerZone.Of(Lead)) : Step == LeadStep.NotNow ? ComeBack.MuchLater(Now, Say, Hours, CustomerZone.Of(Lead)) : [];
        pooled = false;
        replies = Step == LeadStep.Reply ? Replies?.Invoke(Lead) ?? [] : [];
        people = Step == LeadStep.HandOver ? Colleagues?.Invoke() ?? [] : [];
    }

    /// <summary>What is written is saved before the lead goes where its writer cannot follow.</summary>
    private Task KeepNoteAsync() => Written is null ? Task.CompletedTask : Note.InvokeAsync(new(Lead.Id, TakeNote()!));

    private async Task TriedAsync(AttemptResult result, DateTimeOffset? next)
    {
        Step = LeadStep.None;
        tapped = null;
        var said = TakeNote();
        await Attempt.InvokeAsync(new(Lead.Id, channel, result, said, next));
    }

    private async Task EndedAsync(Outcome outcome, decimal? value, string? reason)
    {
        Step = LeadStep.None;
        await Outcome.InvokeAsync(new(Lead.Id, outcome, value, reason));
    }

    private async Task AtAsync(string value)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(value, CultureInfo.InvariantCulture));
        if (Step == LeadStep.Later)
        {
            Step = LeadStep.None;
            await Park.InvokeAsync(new(Lead.Id, at));
        }
        else if (Step == LeadStep.NotNow)
        {
            Step = LeadStep.None;
            await KeepNoteAsync();
            await NotNow.InvokeAsync(new(Lead.Id, at, pooled));
        }
        else
        {
            await TriedAsync(AttemptResult.CallBack, at);
        }
    }

    private void Pool(bool chosen) => (pooled, touched) = (chosen, true);

    private Task ChosenAsync(DateTimeOffset at) => AtAsync(at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    private async Task WonAsync(decimal? value)
    {
        await KeepNoteAsync();
        await EndedAsync(Domain.Leads.Outcome.Won, value, null);
    }
}
