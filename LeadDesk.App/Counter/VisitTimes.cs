using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Clocks;

namespace LeadDesk.App.Counter;

/// <summary>The next free times for a visit: full hours while the shop is open, none that this person has promised already.</summary>
public static class VisitTimes
{
    /// <summary>How long a visit is kept free.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromMinutes(60);

    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(30);
    private const int Choices = 3;
    private const int MostHours = 24 * 21;

    /// <summary>Soonest first; taken = the starts of what is promised, UTC. A shop that is always open shows people in from ten to five.</summary>
    public static IReadOnlyList<ComeBack> From(DateTimeOffset now, Phrases say, OpeningHours hours, IReadOnlyCollection<DateTimeOffset> taken)
    {
        ArgumentNullException.ThrowIfNull(say);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(taken);
        var local = TimeZoneInfo.ConvertTime(now + Notice, say.Zone).DateTime;
        var first = local.Date.AddHours(local.Hour + 1);
        return
        [
            .. Enumerable.Range(0, MostHours)
                .Select(h => (Wall: first.AddHours(h), At: ComeBack.Typed(first.AddHours(h), say.Zone)))
                .Where(t => !hours.IsAlways || t.Wall.Hour is >= 10 and < 17)
                .Where(t => hours.IsOpen(t.At) && hours.IsOpen(t.At + Length - TimeSpan.FromMinutes(1)))
                .Where(t => !taken.Any(p => p < t.At + Length && t.At < p + Length))
                .Take(Choices)
                .Select(t => new ComeBack(say.Exact(t.At), t.At)),
        ];
    }
}
