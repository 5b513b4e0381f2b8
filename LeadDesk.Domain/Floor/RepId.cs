using System.Globalization;

namespace LeadDesk.Domain.Floor;

/// <summary>A person's number on this floor, from 1 in order of joining; never shown, never a tie-break by itself.</summary>
public readonly record struct RepId(int Number) : IComparable<RepId>
{
    public int CompareTo(RepId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);

    public static bool operator <(RepId left, RepId right) => left.Number < right.Number;

    public static bool operator <=(RepId left, RepId right) => left.Number <= right.Number;

    public static bool operator >(RepId left, RepId right) => left.Number > right.Number;

    public static bool operator >=(RepId left, RepId right) => left.Number >= right.Number;
}
