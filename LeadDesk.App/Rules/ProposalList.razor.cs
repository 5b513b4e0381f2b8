using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Rules;

/// <summary>What was proposed: for managers to look at and answer, for its author to take back.</summary>
public sealed partial class ProposalList
{
    private ProposalLine? declining;
    private string? reason;

    [Parameter, EditorRequired] public required RulesView View { get; set; }

    /// <summary>Opens a proposal as the draft.</summary>
    [Parameter] public EventCallback<ProposalLine> Look { get; set; }

    [Parameter] public EventCallback<ProposalAnswer> Close { get; set; }

    private async Task Picked(PickEventArgs pick)
    {
        if (!Guid.TryParse(pick.Id, out var id) || View.Proposals.FirstOrDefault(p => p.Proposal.Id == id) is not { } line)
        {
            return;
        }

        switch (pick.Verb)
        {
            case "look":
                await Look.InvokeAsync(line);
                break;
            case "decline":
                (declining, reason) = (line, null);
                break;
            case "take-back":
                await Close.InvokeAsync(new(id, ProposalEnd.TakenBack, null));
                break;
        }
    }

    private void Stop() => declining = null;

    private async Task DeclineAsync()
    {
        if (declining is { } line && !string.IsNullOrWhiteSpace(reason))
        {
            declining = null;
            await Close.InvokeAsync(new(line.Proposal.Id, ProposalEnd.Declined, reason.Trim()));
        }
    }
}
