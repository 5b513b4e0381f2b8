using System.Globalization;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.App.Fairness;

/// <summary>Amounts of the ledger as parts of a lead, short enough to read; the exact units stand beside where somebody asks.</summary>
public static class Amounts
{
    /// <summary>0.25, -1.50: to the hundredth, and never a zero for what is not quite nothing.</summary>
    public static string Leads(Int128 units)
    {
        var leads = (decimal)units / Share.One;
        var rounded = Math.Round(leads, 2, MidpointRounding.AwayFromZero);
        var shown = rounded == 0 && units != 0 ? Math.Round(leads, 4, MidpointRounding.AwayFromZero) : rounded;
        return shown == 0 && units != 0
            ? units > 0 ? "<0.0001" : ">-0.0001"
            : shown.ToString("0.00##", CultureInfo.CurrentCulture).Replace("-", "−", StringComparison.Ordinal);
    }

    /// <summary>With its sign, as it is added: +0.25, −1.00.</summary>
    public static string Change(Int128 units) => units > 0 ? "+" + Leads(units) : Leads(units);

    /// <summary>Every digit, in units.</summary>
    public static string Exact(Int128 units) => units.ToString("N0", CultureInfo.CurrentCulture);
}
