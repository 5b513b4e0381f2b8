namespace LeadDesk.App;

/// <summary>
/// What this server does next: an empty floor may be put aside for a demo shop, and taken up again. The desk ends in order and begins anew on
/// the other store, so that nothing made up ever lies among what is real.
/// </summary>
public sealed class Course(StartOptions options, IHostApplicationLifetime life, TimeProvider time) : IDisposable
{
    /// <summary>Long enough for the page that waits to be on the screen.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(1.5);
    private readonly Lock turn = new();
    private ITimer? soon;

    /// <summary>Another one after each beginning, so that a page can tell them apart.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N");

    /// <summary>With what to begin anew; null = the end is the end.</summary>
    public StartOptions? Next { get; private set; }

    /// <summary>Whether this is a demo that was begun from an empty floor, and can be left for it.</summary>
    public bool CanGoBack => options.Before is not null;

    /// <summary>False where there is no such way: a demo within a demo, or out of a desk that is none.</summary>
    public bool Turn(bool demo)
    {
        lock (turn)
        {
            if (Next is not null || (demo ? options.AsDemo() : options.Before) is not { } next)
            {
                return false;
            }

            Next = next;
            soon = time.CreateTimer(_ => life.StopApplication(), null, Notice, Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    public void Dispose() => soon?.Dispose();
}
