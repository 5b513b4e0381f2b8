using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Rules;

/// <summary>One rule as a form. What can be chosen is what the floor has and the catalogue knows; what is wrong all the same is said before it reaches the draft.</summary>
public sealed partial class LaneEditor
{
    private IReadOnlyList<string> wrong = [];

    [Parameter, EditorRequired] public required LaneForm Form { get; set; }

    [Parameter, EditorRequired] public required RulesDraft Draft { get; set; }

    [Parameter] public ImmutableArray<Rep> People { get; set; } = [];

    [Parameter] public EventCallback<Lane> Save { get; set; }

    [Parameter] public EventCallback Close { get; set; }

    private IEnumerable<string> Skills => People.SelectMany(p => p.Terms.Skills.Keys)
        .Concat(Form.Rings.Select(r => r.Skill).Where(s => s.Length > 0)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);

    private Lane Made => Form.Lane(Form.IsNew ? Draft.KeyFor(Form.Name) : Form.Key);

    private string Preview => Form.Name.Trim().Length == 0 ? "" : Word.Sentence(Draft.With(Made).Plan, Made);

    private async Task SaveAsync()
    {
        var lane = Made;
        var next = Draft.With(lane);
        var path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"lanes[{next.Lanes.IndexOf(lane)}]");
        wrong = lane.Name.Length == 0 ? [Word["edit-name-missing"]] : [.. next.Faults.Where(f => f.Path.StartsWith(path, StringComparison.Ordinal)).Select(f => $"{Word.Known("field-" + FieldOf(f.Path)) ?? Word.Known("when-" + FieldOf(f.Path)) ?? FieldOf(f.Path)}: {Fault.Of(f.Words)}")];
        if (wrong.Count == 0)
        {
            await Save.InvokeAsync(lane);
        }
    }

    private static string FieldOf(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static void Tick<T>(ISet<T> chosen, T value, ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            chosen.Add(value);
        }
        else
        {
            chosen.Remove(value);
        }
    }
}
