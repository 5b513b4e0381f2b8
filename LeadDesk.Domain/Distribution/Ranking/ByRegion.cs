using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// The region's own people first, the most specific ones: the longest postcode prefix, any prefix before a region's name. When they
/// are not there, whoever covers for them, then who has a wider region around it, then their team, then anybody: nobody waits for a lunch to end.
/// </summary>
public sealed class ByRegion : ByPlace
{
    /// <summary>Person to the one who covers for them.</summary>
    public static readonly CoverKnob Cover = new("cover");

    private const int Team = 1;
    private const int Wider = 2;
    private const int Covering = 300;
    private const int Own = 301;

    public override ImmutableArray<Knob> Knobs => [Cover, Variety.Percent];

    public override Func<Rep, int> Closeness(SalesFloor floor, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        var own = floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true }).Select(p => (Rep: p, Closeness: Fitting.Region(p.Terms, lead.Facts))).ToList();
        var best = own.Count == 0 ? 0 : own.Max(o => o.Closeness);
        if (best == 0)
        {
            return _ => 0;
        }

        var owners = own.Where(o => o.Closeness == best).Select(o => o.Rep).ToList();
        var day = floor.DayOf(floor.At).Day;
        var covers = owners.Select(o => lane.Of(Cover).GetValueOrDefault(o.Id)).Concat(owners.Select(o => StandIn.Of(floor, o.Number, day)).Where(s => owners.TrueForAll(o => o.Number != s)).Select(s => floor.Person(s).Id)).ToHashSet();
        var teams = owners.SelectMany(o => o.Terms.Teams).ToHashSet(StringComparer.Ordinal);
        return r => Fitting.Region(r.Terms, lead.Facts) is var mine && mine == best ? Own
            : covers.Contains(r.Id) ? Covering
            : mine > 0 ? Math.Min(Wider + mine, Covering - 1)
            : r.Terms.Teams.Any(teams.Contains) ? Team
            : 0;
    }

    protected override Ground GroundOfCloseness(int closeness) => closeness switch
    {
        Own => Ground.Region,
        Team => Ground.RegionTeam,
        _ => Ground.RegionCover,
    };
}
