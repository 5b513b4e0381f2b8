using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>People in order with their balances, the ledger entry for the first, and what decided between the first two.</summary>
public sealed record Ranked(ImmutableArray<Candidate> Order, Entry Entry, TieBreak? TieBreak)
{
    public RepId First => Order[0].Rep;
}
