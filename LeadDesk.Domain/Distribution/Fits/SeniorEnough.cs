using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Fits;

/// <summary>
/// Bands of company size or value with the seniority they ask for; what is not known counts as the lowest band. The top band is for those
/// alone who are senior enough; in the bands between, juniors are only behind them.
/// </summary>
public sealed class SeniorEnough : MethodFit
{
    public static readonly ChoiceKnob By = new("by", ["companySize", "value"], "companySize");

    /// <summary>From which size on which seniority is asked for.</summary>
    public static readonly TableKnob Bands = new(
        "bands", [], 0, 100, ImmutableSortedDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase).Add("50", 2).Add("250", 3))
    {
        NumbersOnly = true,
    };

    public override ImmutableArray<Knob> Knobs => [By, Bands];

    /// <summary>The seniority that a lead asks for, and whether that is the most any band asks for.</summary>
    public static (int Asked, bool IsTop) Of(LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        var size = lane.Of(By) == "value" ? lead.Facts.Value : lead.Facts.CompanySize;
        var (asked, most) = (0, 0);
        foreach (var (from, seniority) in lane.Of(Bands))
        {
            most = Math.Max(most, seniority);
            if (size is { } known && decimal.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var least) && known >= least)
            {
                asked = Math.Max(asked, seniority);
            }
        }

        return (asked, asked > 0 && asked == most);
    }

    public override object? WishOf(LaneRules lane, Lead lead) => Of(lane, lead) is (var asked, true) ? asked : null;

    public override bool Fits(SalesFloor floor, Rep rep, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(rep);
        var (asked, isTop) = Of(lane, lead);
        return !isTop || rep.Terms.Seniority >= asked;
    }
}
