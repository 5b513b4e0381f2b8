using LeadDesk.App.Shell;
using LeadDesk.Domain.Clocks;

namespace LeadDesk.App.RepDesk;

/// <summary>A moment to come back to a customer, with its words; At is UTC.</summary>
public sealed record ComeBack(string Text, DateTimeOffset At)
{
    private static readonly TimeSpan Evening = TimeSpan.FromHours(17);
    private static readonly TimeSpan Morning = TimeSpan.FromHours(10);

    /// <summary>Nobody is called before or after this, by their own clock.</summary>
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(8);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(21);

    /// <summary>The sensible moments from now on, soonest first: in opening hours, between 8 and 21 where the customer is, and at hours of the customer's own day.</summary>
    public static IReadOnlyList<ComeBack> From(DateTimeOffset now, Phrases say, OpeningHours? open = null, TimeZoneInfo? there = null)
    {
        ArgumentNullException.ThrowIfNull(say);
        var zone = there ?? say.Zone;
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var clock = TimeZoneInfo.ConvertTime(now, zone).TimeOfDay;
        var choices = new List<ComeBack>();
        Add(now.AddMinutes(30), "When.30m");
        Add(now.AddHours(2), "When.2h");
        if (clock < Evening - TimeSpan.FromHours(1))
        {
            Add(Typed(today + Evening, zone), "When.Five");
        }

        Add(Typed(today.AddDays(1) + Morning, zone), "When.Tomorrow");
        if (today.DayOfWeek is DayOfWeek.Thursday or DayOfWeek.Friday or DayOfWeek.Saturday)
        {
            Add(Typed(today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7) + Morning, zone), "When.Monday");
        }

        return [.. choices.DistinctBy(c => c.At).OrderBy(c => c.At)];

        void Add(DateTimeOffset wish, string key)
        {
            if (Fit(wish, open ?? OpeningHours.Always, there) is not { } at)
            {
                return;
            }

            var text = at == wish ? say[key, say.Time(at)] : say.Exact(at);
            choices.Add(new(there is null || there.GetUtcOffset(at) == say.Zone.GetUtcOffset(at) || key is "When.30m" or "When.2h" ? text : say["When.There", text, say.TimeIn(at, there)], at));
        }
    }

    /// <summary>Weeks and months from now, each in the morning of the customer's day, when the shop is open.</summary>
    public static IReadOnlyList<ComeBack> MuchLater(DateTimeOffset now, Phrases say, OpeningHours? open = null, TimeZoneInfo? there = null)
    {
        ArgumentNullException.ThrowIfNull(say);
        var zone = there ?? say.Zone;
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        (DateTime Day, string Key)[] wishes = [(today.AddDays(7), "When.Week"), (today.AddMonths(1), "When.Month"), (today.AddMonths(3), "When.Quarter"), (today.AddMonths(6), "When.Half")];
        return [.. wishes.Select(w => (w.Key, At: Fit(Typed(w.Day + Morning, zone), open ?? OpeningHours.Always, there))).Where(w => w.At is not null).Select(w => new ComeBack(say[w.Key], w.At!.Value))];
    }

    /// <summary>The wish, or the first moment after it at which the shop is open and the customer may be called; null when there is none soon.</summary>
    private static DateTimeOffset? Fit(DateTimeOffset wish, OpeningHours open, TimeZoneInfo? there)
    {
        var at = wish;
        for (var tries = 0; tries < 8; tries++)
        {
            if (open.OpensAt(at) is not { } opens)
            {
                return null;
            }

            at = opens;
            if (there is null || TimeZoneInfo.ConvertTime(at, there) is var local && local.TimeOfDay >= Earliest && local.TimeOfDay < Latest)
            {
                return at;
            }

            var day = TimeZoneInfo.ConvertTime(at, there).Date;
            at = Typed((TimeZoneInfo.ConvertTime(at, there).TimeOfDay < Earliest ? day : day.AddDays(1)) + Earliest, there);
        }

        return null;
    }

    /// <summary>A wall-clock time as typed, in the zone of the words; a time the clock skips moves on with it.</summary>
    public static DateTimeOffset Typed(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall, zone.GetUtcOffset(zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall)).ToUniversalTime();
    }
}
