namespace LeadDesk.Domain.Distribution;

/// <summary>Waiting leads that the same people may have: those of a ring whom nobody has refused; Marked ones are each open to people of their own; Held ones have their hold clock running.</summary>
public readonly record struct QueueGroup(int Ring, bool Marked, bool Held) : IComparable<QueueGroup>
{
    public int CompareTo(QueueGroup other) => (Ring, Marked, Held).CompareTo((other.Ring, other.Marked, other.Held));

    public static bool operator <(QueueGroup left, QueueGroup right) => left.CompareTo(right) < 0;

    public static bool operator <=(QueueGroup left, QueueGroup right) => left.CompareTo(right) <= 0;

    public static bool operator >(QueueGroup left, QueueGroup right) => left.CompareTo(right) > 0;

    public static bool operator >=(QueueGroup left, QueueGroup right) => left.CompareTo(right) >= 0;
}
