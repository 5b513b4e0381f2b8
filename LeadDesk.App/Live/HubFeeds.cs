using System.Collections.Concurrent;
using LeadDesk.App.Api;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.SignalR;

namespace LeadDesk.App.Live;

/// <summary>The running feeds of hub connections.</summary>
public sealed class HubFeeds(Calls calls, DeskWording words, TimeProvider time, ILogger<HubFeed> logger)
{
    private readonly ConcurrentDictionary<string, HubFeed> feeds = new(StringComparer.Ordinal);

    public void Begin(HubCallerContext caller, RepId viewer, LiveBoard board, IClientProxy client)
    {
        ArgumentNullException.ThrowIfNull(board);
        var terms = calls.Floor.Person(viewer).Terms;
        var wall = terms.Role == Role.Wallboard;
        Begin(caller, new HubFeed(viewer, terms.LeadsTheFloor, wall, board.Watch(viewer, terms.LeadsTheFloor || wall), client, calls, words, time, logger));
    }

    /// <summary>For a screen that hangs on the wall: nobody's eyes, and counts alone.</summary>
    public void BeginWall(HubCallerContext caller, LiveBoard board, IClientProxy client)
    {
        ArgumentNullException.ThrowIfNull(board);
        Begin(caller, new HubFeed(default, leads: false, wall: true, board.Watch(default, wholeFloor: true), client, calls, words, time, logger));
    }

    private void Begin(HubCallerContext caller, HubFeed feed)
    {
        feeds[caller.ConnectionId] = feed;
        feed.Start(caller.Abort, caller.ConnectionAborted);
    }

    public void Hello(string connection, long lastVersion)
    {
        if (feeds.TryGetValue(connection, out var feed))
        {
            feed.Hello(lastVersion);
        }
    }

    public void End(string connection)
    {
        if (feeds.TryRemove(connection, out var feed))
        {
            feed.Dispose();
        }
    }
}
