using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>People in order with their balances, the ledger entry for the first, and what decided between the first two.</summary>
public sealed record Ranked(ImmutableArray<Candidate> Order, Entry Entry, TieBreak? TieBreak)
{
    public RepId First => Order[0].Rep;

    /// <summary>What put the first before the others, where it was not the ledger alone.</summary>
    public Ground? Ground { get; init; }

    /// <summary>The numbers it went by, where it went by numbers.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Whose turn was passed over in this and is kept for them.</summary>
    public ImmutableArray<RepId> Kept { get; init; } = [];
}
