using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace LeadDesk.App.Account;

/// <summary>Keeps a circuit with the person it began with: a browser that comes back as somebody else does not get it.</summary>
public sealed class PinnedUser : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));
    private Task<AuthenticationState>? pinned;

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => pinned ?? Task.FromResult(Nobody);

    public void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        ArgumentNullException.ThrowIfNull(authenticationStateTask);
        if (pinned is null)
        {
            pinned = authenticationStateTask;
        }
        else if (PersonIn(authenticationStateTask) != PersonIn(pinned))
        {
            // The live guard has refused already; whatever got past it must not get the circuit.
            throw new InvalidOperationException("A circuit stays with the person it began with.");
        }
    }

    /// <summary>The framework hands in finished tasks; one that is not finished is nobody.</summary>
    private static Guid? PersonIn(Task<AuthenticationState> state)
    {
#pragma warning disable RS0030 // finished, so nothing waits
        return state.IsCompletedSuccessfully ? state.Result.User.Account() : null;
#pragma warning restore RS0030
    }
}
