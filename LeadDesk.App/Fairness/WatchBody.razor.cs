using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Fairness;

/// <summary>The fairness watch, drawn from one view: a sentence, a picture and a table for each figure.</summary>
public sealed partial class WatchBody
{
    [Parameter, EditorRequired] public required WatchView View { get; set; }

    private IEnumerable<(Guid Id, string Name)> Givers => View.Given.Select(g => (g.ById, g.ByName)).Distinct().OrderBy(g => g.ByName, StringComparer.CurrentCultureIgnoreCase);

    private IEnumerable<(Guid Id, string Name)> Takers => View.Given.Select(g => (g.ToId, g.ToName)).Distinct().OrderBy(g => g.ToName, StringComparer.CurrentCultureIgnoreCase);

    private static string Percent(double rate) => rate.ToString("P0", CultureInfo.CurrentCulture);

    private static string Hundred(double rate) => (Math.Clamp(rate, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Mark(double rate) => (Math.Clamp(rate, 0, 1) * 98.5).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Worth(decimal? mean) => mean?.ToString("N0", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>How dark a cell is, beside the fullest one: 1 to 4, null where nothing was given.</summary>
    private string? Heat(WatchGiven? given) => given is null
        ? null
        : Math.Clamp((int)Math.Ceiling(4.0 * given.Leads / View.Given.Max(g => g.Leads)), 1, 4).ToString(CultureInfo.InvariantCulture);
}
