using LeadDesk.App.Account;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LeadDesk.App.Live;

/// <summary>Makes a page known while its circuit lives, so that it can be told to load itself anew.</summary>
public sealed class PageWatch(LiveConnections live, Doorkeeper doorkeeper, AuthenticationStateProvider user, NavigationManager navigation) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        var person = (await user.GetAuthenticationStateAsync()).User;
        if (doorkeeper.StillIn(person) is { } rep)
        {
            live.AddPage(circuit.Id, person, rep, () => navigation.NavigateTo(navigation.Uri, forceLoad: true));
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        live.RemovePage(circuit.Id);
        return Task.CompletedTask;
    }
}
