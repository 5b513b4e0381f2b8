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

    public void Begin(string connection, RepId viewer, LiveBoard board, IClientProxy client, CancellationToken gone)
    {
        ArgumentNullException.ThrowIfNull(board);
        var terms = calls.Floor.Person(viewer).Terms;
        var wall = terms.Role == Role.Wallboard;
        Begin(connection, new HubFeed(viewer, terms.LeadsTheFloor, wall, board.Watch(viewer, terms.LeadsTheFloor || wall), client, calls, words, time, logger), gone);
    }

    /// <summary>For a screen that hangs on the wall: nobody's eyes, and counts alone.</summary>
    public void BeginWall(string connection, LiveBoard board, IClientProxy client, CancellationToken gone)
    {
        ArgumentNullException.ThrowIfNull(board);
        Begin(connection, new HubFeed(default, leads: false, wall: true, board.Watch(default, wholeFloor: true), client, calls, words, time, logger), gone);
    }

    private void Begin(string connection, HubFeed feed, CancellationToken gone)
    {
        feeds[connection] = feed;
        feed.Start(gone);
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
