using System.Globalization;
using LeadDesk.App.Fairness;
using LeadDesk.App.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Audit;

/// <summary>The audit, drawn from one view; what is looked for leaves through the callbacks.</summary>
public sealed partial class AuditBody
{
    private static readonly AuditFilter Everything = new(null, null, null, null, null);
    private AuditView? seen;
    private ReceiptCard? open;
    private string person = "";
    private string act = "";
    private string? lead;
    private DateOnly? day;
    private bool wrong;

    [Parameter, EditorRequired] public required AuditView View { get; set; }

    /// <summary>How many events have been written since the view was read.</summary>
    [Parameter] public long Newer { get; set; }

    [Parameter] public EventCallback<AuditFilter> Look { get; set; }

    [Parameter] public EventCallback Refresh { get; set; }

    /// <summary>The receipt of a decision by its number.</summary>
    [Parameter] public Func<long, ReceiptCard?>? Why { get; set; }

    [Parameter] public ChainVerdict? Verdict { get; set; }

    /// <summary>How many events a walk that runs has passed; null = none runs.</summary>
    [Parameter] public long? Walked { get; set; }

    [Parameter] public EventCallback Verify { get; set; }

    [Parameter] public EventCallback Stop { get; set; }

    [Parameter] public ToastNote? ToastNote { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(seen, View))
        {
            return;
        }

        seen = View;
        open = null;
        wrong = false;
        (person, act, lead, day) = (View.Filter.Person?.ToString() ?? "", View.Filter.Act ?? "", View.Filter.Lead?.ToString(), View.Filter.Day);
    }

    private static string Short(Guid id) => id.ToString("N")[..8];

    private Task Apply()
    {
        Guid? wanted = Guid.TryParse(lead?.Trim(), out var id) ? id : null;
        wrong = wanted is null && !string.IsNullOrWhiteSpace(lead);
        return wrong ? Task.CompletedTask : Look.InvokeAsync(new AuditFilter(Guid.TryParse(person, out var p) ? p : null, wanted, act.Length == 0 ? null : act, day, null));
    }

    private void Pick(PickEventArgs pick)
    {
        if (pick.Verb == "why" && long.TryParse(pick.Id, CultureInfo.InvariantCulture, out var seq))
        {
            open = open?.Entry == seq ? null : Why?.Invoke(seq);
        }
    }
}
