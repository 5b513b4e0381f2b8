using LeadDesk.Domain.Ledger;

namespace LeadDesk.Tests.Make;

/// <summary>Sums of ledger units, which LINQ does not know.</summary>
internal static class Units
{
    public static Int128 Total(this IEnumerable<Int128> amounts) => amounts.Aggregate(Int128.Zero, (sum, amount) => sum + amount);

    /// <summary>Nothing, in every lane, after every commit.</summary>
    public static Int128 Balances(this LaneLedger ledger) => ledger.Accounts.Values.Select(a => a.Balance).Total();
}
