using LeadDesk.App.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace LeadDesk.App.Live;

/// <summary>The live desk for everything that is not a page: what a person may see, as it changes. Writes go over HTTP.</summary>
[Authorize(Policies.Live)]
public sealed class DeskHub(LiveBoard board, HubFeeds feeds) : Hub
{
    public override async Task OnConnectedAsync()
    {
        if (Context.User?.Caller().Rep is { } rep)
        {
            feeds.Begin(Context, rep, board, Clients.Caller);
        }
        else if (Context.User?.ScreenToken() is not null)
        {
            feeds.BeginWall(Context, board, Clients.Caller);
        }
        else
        {
            Context.Abort();
        }

        await base.OnConnectedAsync();
    }

    /// <summary>The caller has seen everything up to this number; whatever is newer is sent at once.</summary>
    public void Hello(long lastVersion) => feeds.Hello(Context.ConnectionId, lastVersion);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        feeds.End(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
