using LeadDesk.App.Account;
using Microsoft.AspNetCore.SignalR;

namespace LeadDesk.App.Live;

/// <summary>Stands at every circuit and hub: lets in who may be here, asks again at each call, and gives a circuit back only to the person it began with.</summary>
public sealed class LiveGuard(LiveConnections live, Connections connections, CircuitOwners circuits, Doorkeeper doorkeeper) : IHubFilter
{
    private static readonly object Presence = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var caller = context.Context;
        if (doorkeeper.IsScreen(caller.User) && live.CountOf(caller.User!.ScreenToken()!.Value) < Connections.MostEach)
        {
            live.AddScreen(caller.ConnectionId, caller.User!, caller.Abort);
            await next(context);
            return;
        }

        if (doorkeeper.StillIn(caller.User) is not { } rep)
        {
            caller.Abort();
            return;
        }

        // Whoever has too many open was told so at the door; here only what slipped through at the same moment is cut.
        if (connections.TryOpen(rep.Number) is not { } opened)
        {
            caller.Abort();
            return;
        }

        live.Add(caller.ConnectionId, caller.User!, rep, caller.Abort);
        caller.Items[Presence] = opened;
        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        live.Remove(context.Context.ConnectionId);
        circuits.Lost(context.Context.ConnectionId);
        (context.Context.Items[Presence] as IDisposable)?.Dispose();
        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(invocationContext);
        ArgumentNullException.ThrowIfNull(next);
        var caller = invocationContext.Context;
        if (doorkeeper.StillIn(caller.User) is null && !doorkeeper.IsScreen(caller.User))
        {
            caller.Abort();
            return null;
        }

        return IsCircuit(invocationContext) ? await InCircuitAsync(invocationContext, caller.User!.Account()!.Value, next) : await next(invocationContext);
    }

    private static bool IsCircuit(HubInvocationContext call) => call.Hub.GetType().Assembly == typeof(Microsoft.AspNetCore.Components.Server.ServerComponentsEndpointOptions).Assembly;

    private async ValueTask<object?> InCircuitAsync(HubInvocationContext call, Guid person, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        switch (call.HubMethodName)
        {
            case "StartCircuit":
                var secret = await next(call);
                if (secret is string begun)
                {
                    circuits.Learn(begun, person, call.Context.ConnectionId);
                }

                return secret;
            case "ConnectCircuit":
                return IsOwn(call, person) ? await next(call) : false;
            case "ResumeCircuit":
                return IsOwn(call, person) ? await next(call) : null;
            default:
                return await next(call);
        }
    }

    private bool IsOwn(HubInvocationContext call, Guid person) =>
        call.HubMethodArguments is [string secret, ..] && circuits.Owns(secret, person, call.Context.ConnectionId);
}
