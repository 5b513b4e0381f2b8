using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Fairness;

/// <summary>The open dice, drawn from one view.</summary>
public sealed partial class DiceBody
{
    private DiceView? seen;
    private string? entry;
    private bool wrong;

    [Parameter, EditorRequired] public required DiceView View { get; set; }

    /// <summary>A number that somebody wants to check.</summary>
    [Parameter] public EventCallback<long> Look { get; set; }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(seen, View))
        {
            seen = View;
            entry = (View.Draw?.Entry ?? View.Missing)?.ToString(CultureInfo.InvariantCulture);
        }
    }

    private Task FindAsync()
    {
        wrong = !long.TryParse(entry?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1;
        return wrong ? Task.CompletedTask : Look.InvokeAsync(number);
    }
}
