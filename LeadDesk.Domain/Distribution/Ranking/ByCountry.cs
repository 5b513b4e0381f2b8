using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>Who speaks the customer's language comes first, and before all who has the country among their regions too; then who has the country.</summary>
public sealed class ByCountry : ByPlace
{
    private const int Country = 1;
    private const int Language = 2;

    public override ImmutableArray<Knob> Knobs => [Variety.Percent];

    public override Func<Rep, int> Closeness(SalesFloor floor, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return r => (Fitting.Speaks(r.Terms, lead.Facts.Language) ? Language : 0) + (Fitting.Has(r.Terms, lead.Facts.Country) ? Country : 0);
    }

    protected override Ground GroundOfCloseness(int closeness) => closeness >= Language ? Ground.Language : Ground.Country;
}
