using System.Collections.Immutable;

namespace LeadDesk.Domain.Clocks;

/// <summary>The stamps of one waiting window, computed once when it begins: warnings (percent of the window) and due, all in the working time of the calendar, as UTC.</summary>
public sealed record Window(DateTimeOffset From, DateTimeOffset Due, ImmutableArray<DateTimeOffset> Warnings)
{
    public static Window Begin(DateTimeOffset from, TimeSpan length, ImmutableArray<int> warnAtPercent, OpeningHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return new(
            from.ToUniversalTime(),
            hours.After(from, length),
            [.. warnAtPercent.Select(percent => hours.After(from, Part(length, percent)))]);
    }

    public bool Equals(Window? other) =>
        other is not null && From == other.From && Due == other.Due && Warnings.AsSpan().SequenceEqual(other.Warnings.AsSpan());

    public override int GetHashCode() => HashCode.Combine(From, Due, Warnings.AsSpan().Length);

    // Rounded up, so that at the instant of a warning its percentage has really been used.
    private static TimeSpan Part(TimeSpan length, int percent) => TimeSpan.FromTicks((long)((((Int128)length.Ticks * percent) + 99) / 100));
}
