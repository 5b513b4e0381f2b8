using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Manager;

/// <summary>What is paused, until when, and what customers are told meanwhile. Times are those of the reader's zone.</summary>
public sealed partial class PauseSheet
{
    private static readonly int[] Presets = [30, 60, 120];
    private int chosen;
    private int? preset;
    private DateTime? until;
    private string? message;
    private bool wrong;

    [Parameter, EditorRequired] public ImmutableArray<PauseChoice> Choices { get; set; }

    [Parameter] public EventCallback<PauseAsk> Pause { get; set; }

    [Parameter] public EventCallback Close { get; set; }

    [Inject] private TimeProvider Time { get; set; } = default!;

    /// <summary>It is about who gets leads, not about which leads come.</summary>
    private bool Spares => Choices[chosen].Scope.Kind is PauseKind.Team or PauseKind.Person;

    protected override void OnInitialized() => For(Presets[1]);

    private Task PickAsync(PickEventArgs pick)
    {
        switch (pick.Verb)
        {
            case "for" when int.TryParse(pick.Value, CultureInfo.InvariantCulture, out var minutes):
                For(minutes);
                return Task.CompletedTask;
            case "pause":
                return PauseAsync();
            case "close":
                return Close.InvokeAsync();
            default:
                return Task.CompletedTask;
        }
    }

    private void For(int minutes)
    {
        (preset, wrong) = (minutes, false);
        var end = Say.Here(Time.GetUtcNow().AddMinutes(minutes)).DateTime;
        until = end.AddTicks(-(end.Ticks % TimeSpan.TicksPerMinute));
    }

    private void Typed() => (preset, wrong) = (null, false);

    private Task PauseAsync()
    {
        // An hour that the clocks leave out has no instant: the one after it is meant.
        var at = until is not { } local ? (DateTimeOffset?)null
            : Say.Zone.IsInvalidTime(local) ? new DateTimeOffset(local.AddHours(1), Say.Zone.GetUtcOffset(local.AddHours(1)))
            : new DateTimeOffset(local, Say.Zone.GetUtcOffset(local));
        wrong = at is not { } end || end <= Time.GetUtcNow() || end > Time.GetUtcNow().AddYears(1);
        return wrong ? Task.CompletedTask : Pause.InvokeAsync(new(Choices[chosen].Scope, at!.Value.ToUniversalTime(), Spares || string.IsNullOrWhiteSpace(message) ? null : message.Trim()));
    }
}
