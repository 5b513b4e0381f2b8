using System.Globalization;
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
    private IReadOnlyList<ComeBack> times = [];
    private LeadCard? drawn;
    private bool touched;
    private bool filledDrawn;

    [Parameter, EditorRequired] public required LeadCard Lead { get; set; }

    /// <summary>Call is the one thing to do next.</summary>
    [Parameter] public bool Filled { get; set; }

    [Parameter] public IReadOnlyList<string>? LostReasons { get; set; }

    [Parameter] public EventCallback Close { get; set; }

    [Parameter] public EventCallback<AttemptAsk> Attempt { get; set; }

    [Parameter] public EventCallback<OutcomeAsk> Outcome { get; set; }

    [Parameter] public EventCallback<ParkAsk> Park { get; set; }

    [Parameter] public EventCallback<NoteAsk> Note { get; set; }

    [Parameter] public EventCallback<ReasonAsk> Release { get; set; }

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private LeadStep Step { get; set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    private string? Written => string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    protected override void OnParametersSet()
    {
        // The age alone changes with every push; it is no reason to draw the panel again.
        var same = drawn is not null && drawn with { AgeSeconds = 0 } == Lead with { AgeSeconds = 0 };
        touched |= !same;
        drawn = Lead;
    }

    protected override bool ShouldRender() => touched || filledDrawn != Filled;

    protected override void OnAfterRender(bool firstRender) => (touched, filledDrawn) = (false, Filled);

    private string Expanded(LeadStep step) => Step == step ? "true" : "false";

    private async Task PickAsync(PickEventArgs pick)
    {
        touched = true;
        var (verb, what) = pick.Verb.Split('-', 2) is [var v, var w] ? (v, w) : (pick.Verb, "");
        switch (verb)
        {
            case "tap":
                channel = Enum.Parse<Channel>(pick.Value);
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
                await EndedAsync(Enum.Parse<Outcome>(what), null, pick.Value.Length == 0 ? null : pick.Value);
                break;
            case "back":
                Step = LeadStep.None;
                await Release.InvokeAsync(new(Lead.Id, pick.Value.Length == 0 ? null : pick.Value));
                break;
            case "note" when Written is { } text:
                note = null;
                await Note.InvokeAsync(new(Lead.Id, text));
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
        times = Step is LeadStep.CallBack or LeadStep.Later ? ComeBack.From(Now, Say) : [];
    }

    private async Task TriedAsync(AttemptResult result, DateTimeOffset? next)
    {
        Step = LeadStep.None;
        var said = Written;
        note = null;
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
        else
        {
            await TriedAsync(AttemptResult.CallBack, at);
        }
    }

    private Task ChosenAsync(DateTimeOffset at) => AtAsync(at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    private Task WonAsync(decimal? value) => EndedAsync(Domain.Leads.Outcome.Won, value, null);
}
