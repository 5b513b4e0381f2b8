namespace LeadDesk.Domain.Floor;

/// <summary>Something at a time: ordered by time (UTC), then by what it is, so that sorted sets can hold it.</summary>
public readonly record struct Moment<T>(DateTimeOffset At, T What) : IComparable<Moment<T>>
    where T : struct, IComparable<T>
{
    public int CompareTo(Moment<T> other)
    {
        var byTime = At.CompareTo(other.At);
        return byTime != 0 ? byTime : What.CompareTo(other.What);
    }

    public static bool operator <(Moment<T> left, Moment<T> right) => left.CompareTo(right) < 0;

    public static bool operator <=(Moment<T> left, Moment<T> right) => left.CompareTo(right) <= 0;

    public static bool operator >(Moment<T> left, Moment<T> right) => left.CompareTo(right) > 0;

    public static bool operator >=(Moment<T> left, Moment<T> right) => left.CompareTo(right) >= 0;
}
