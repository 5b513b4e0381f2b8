using System.Globalization;
using LeadDesk.App.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Admin;

/// <summary>The people, drawn from their lines; somebody new leaves through the callback.</summary>
public sealed partial class PeopleBody
{
    private bool withGone;
    private bool adding;
    private bool asked;
    private string? name;
    private string? email;
    private bool growing = true;

    [Parameter, EditorRequired] public required IReadOnlyList<PeopleLine> Lines { get; set; }

    /// <summary>What was wrong with the person last asked for, by field.</summary>
    [Parameter] public IReadOnlyDictionary<string, string[]>? Faults { get; set; }

    [Parameter] public EventCallback<NewPerson> Add { get; set; }

    [Parameter] public ToastNote? ToastNote { get; set; }

    /// <summary>What was said before the dialog was opened is of somebody else.</summary>
    private IReadOnlyDictionary<string, string[]>? Said => asked ? Faults : null;

    private string? Fault(string field) => Said is not null && Said.TryGetValue(field, out var said) ? said[0] : null;

    /// <summary>What is not as with everybody: weight, ramp, lanes opted out of.</summary>
    private string Share(PeopleLine line) => !line.TakesLeads ? Word["no-leads"].Value : Phrases.Line(
        line.WeightThousandths == 1000 ? null : Word["weight-is", (line.WeightThousandths / 1000m).ToString("0.##", CultureInfo.CurrentCulture)].Value,
        line.RampThousandths == 1000 ? null : Word["ramp-is", (line.RampThousandths / 10m).ToString("0.#", CultureInfo.CurrentCulture)].Value,
        line.OptedOut == 0 ? null : Word["opted-out", line.OptedOut].Value) is { Length: > 0 } said ? said : Word["even"].Value;

    private void ToggleGone() => withGone = !withGone;

    private void Start() => (adding, asked, name, email, growing) = (true, false, null, null, true);

    private void StopAdding() => adding = false;

    private async Task SaveAsync()
    {
        await Add.InvokeAsync(new NewPerson(name?.Trim() ?? "", email?.Trim() ?? "", growing));
        asked = true;
    }
}
