using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution.Reach;

/// <summary>The values that one fact of a lead may have: those listed, or all but those listed; Absent = the fact may be missing. Closed under cutting and taking away.</summary>
internal sealed record ValueSet(ImmutableSortedSet<string> Values, bool AllBut, bool Absent)
{
    public static ValueSet Everything { get; } = new(ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase), AllBut: true, Absent: true);

    public bool IsEmpty => !AllBut && Values.IsEmpty && !Absent;

    public static ValueSet Of(IEnumerable<string> values) => new(values.ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase), AllBut: false, Absent: false);

    public ValueSet And(ValueSet other) => new(
        (AllBut, other.AllBut) switch
        {
            (false, false) => Values.Intersect(other.Values),
            (false, true) => Values.Except(other.Values),
            (true, false) => other.Values.Except(Values),
            _ => Values.Union(other.Values),
        },
        AllBut && other.AllBut,
        Absent && other.Absent);

    public ValueSet Without(ValueSet other) => And(other with { AllBut = !other.AllBut, Absent = !other.Absent });
}
