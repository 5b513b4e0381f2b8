using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>Where everybody stands for one decision; the smallest place is next.</summary>
internal class Line(Func<Rep, long> placeOf, Ground ground)
{
    public long PlaceOf(Rep rep) => placeOf(rep);

    /// <summary>The numbers it goes by, of those who could have it.</summary>
    public Func<ImmutableArray<Rep>, ImmutableArray<Figure>> Figures { get; init; } = _ => [];

    /// <summary>Why this person is first.</summary>
    public virtual Ground GroundFor(Rep first) => ground;

    /// <summary>Whose turn is passed over by this choice and kept for them.</summary>
    public virtual ImmutableArray<RepId> KeptFor(Rep first, ImmutableArray<Rep> eligible, Lead lead) => [];
}
