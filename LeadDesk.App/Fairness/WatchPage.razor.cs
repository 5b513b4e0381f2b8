using System.Globalization;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Fairness;

/// <summary>The fairness watch, live.</summary>
public sealed partial class WatchPage
{
    private const int Usual = 7;
    private WatchView? view;

    [Inject] private WatchReading Reading { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Days { get; set; }

    protected override bool WholeFloor => true;

    private int Span => int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && WatchReading.Spans.Contains(days) ? days : Usual;

    protected override void Look(Views views) => view = Reading.Read(Me, Span);

    protected override void OnParametersSet()
    {
        if (view is not null && view.Days != Span)
        {
            Look(Eyes());
        }
    }
}
