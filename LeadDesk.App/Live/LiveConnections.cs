using System.Collections.Concurrent;
using System.Security.Claims;
using LeadDesk.App.Account;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Live;

/// <summary>Everything that is open right now, so that it can be closed when its person may no longer be here.</summary>
public sealed class LiveConnections(Doorkeeper doorkeeper, TimeProvider time)
{
    /// <summary>A page is told to load itself anew before its connection is cut; it gets this long.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, LiveConnection> connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LiveConnection> pages = new(StringComparer.Ordinal);

    public int Count => connections.Count;

    /// <summary>Closes what is open without right: the person is disabled, gone, signed out, or has another role than they came with.</summary>
    public Task SweepAsync() => EndAsync(c => c.Role is null ? !doorkeeper.IsScreen(c.User) : doorkeeper.StillIn(c.User)?.Terms.Role != c.Role);

    internal void Add(string connectionId, ClaimsPrincipal user, Rep rep, Action cut) => connections[connectionId] = new(user, rep.Number, rep.Terms.Role, cut);

    internal void AddScreen(string connectionId, ClaimsPrincipal user, Action cut) => connections[connectionId] = new(user, null, null, cut);

    /// <summary>How often a screen's link is open right now.</summary>
    internal int CountOf(Guid screen) => connections.Values.Count(c => c.Role is null && c.User.ScreenToken() == screen);

    internal void Remove(string connectionId) => connections.TryRemove(connectionId, out _);

    /// <summary>The page within a circuit; reload makes the browser ask for it again, as whoever it is now.</summary>
    internal void AddPage(string circuitId, ClaimsPrincipal user, Rep rep, Action reload) => pages[circuitId] = new(user, rep.Number, rep.Terms.Role, reload);

    internal void RemovePage(string circuitId) => pages.TryRemove(circuitId, out _);

    private async Task EndAsync(Func<LiveConnection, bool> which)
    {
        if (Close(pages, which))
        {
            await Task.Delay(Grace, time);
        }

        Close(connections, which);
    }

    private static bool Close(ConcurrentDictionary<string, LiveConnection> all, Func<LiveConnection, bool> which)
    {
        var any = false;
        foreach (var (key, connection) in all)
        {
            if (which(connection) && all.TryRemove(key, out _))
            {
                connection.Close();
                any = true;
            }
        }

        return any;
    }
}
