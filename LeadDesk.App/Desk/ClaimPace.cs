using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk;

/// <summary>
/// How often each person has claimed leads of each lane within the last minute, whatever came of it: a hand is slower than a machine. Kept
/// in memory only, because a claim that is refused leaves nothing in the log.
/// </summary>
public sealed class ClaimPace
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Dictionary<(RepId Rep, string Lane), Queue<DateTimeOffset>> claims = [];

    /// <summary>Notes a claim; null = it is one of the `most` that a minute allows, else when the next is (UTC).</summary>
    public DateTimeOffset? Note(RepId rep, string lane, int most, DateTimeOffset at)
    {
        if (!claims.TryGetValue((rep, lane), out var times))
        {
            claims[(rep, lane)] = times = new();
        }

        while (times.TryPeek(out var first) && first + Minute <= at)
        {
            times.Dequeue();
        }

        // One that comes too soon is not counted again, so that waiting is enough.
        if (times.Count >= most)
        {
            return times.ElementAt(times.Count - most) + Minute;
        }

        times.Enqueue(at);
        return null;
    }
}
