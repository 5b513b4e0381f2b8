using Microsoft.JSInterop;

namespace LeadDesk.App.Live;

/// <summary>
/// When a person really pressed. A press can lie in a dead line for a while and arrive when the line is back; nobody means it any more then,
/// so it is not done. One for each circuit; the page tells the time of each press on the same line just before the press itself.
/// </summary>
public sealed class Acts(TimeProvider time)
{
    /// <summary>A slow line is no dead line.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private bool late;

    /// <summary>Something was pressed at this moment (UTC, in milliseconds, by the server's clock as the page knows it); answers what that clock says now.</summary>
    [JSInvokable]
    public long Acted(long at)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        late = now - at > Patience.TotalMilliseconds;
        return now;
    }

    /// <summary>Whether what is to be done now was pressed too long ago; asked once for each press.</summary>
    public bool TakeLate()
    {
        var was = late;
        late = false;
        return was;
    }
}
