namespace LeadDesk.Domain.Leads;

/// <summary>Names one lead. Random, so that it tells neither time nor order.</summary>
public readonly record struct LeadId(Guid Value) : IComparable<LeadId>
{
    public int CompareTo(LeadId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();

    public static bool operator <(LeadId left, LeadId right) => left.CompareTo(right) < 0;

    public static bool operator <=(LeadId left, LeadId right) => left.CompareTo(right) <= 0;

    public static bool operator >(LeadId left, LeadId right) => left.CompareTo(right) > 0;

    public static bool operator >=(LeadId left, LeadId right) => left.CompareTo(right) >= 0;
}
