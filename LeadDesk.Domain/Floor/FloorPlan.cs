using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;

namespace LeadDesk.Domain.Floor;

/// <summary>The set-up of a floor without its people: places, teams, sources, lanes, clocks.</summary>
public sealed record FloorPlan
{
    public static FloorPlan Empty { get; } = new();

    /// <summary>IANA zone in which days, weeks and caps are counted.</summary>
    public string TimeZone { get; init; } = "UTC";

    public string Currency { get; init; } = "USD";

    public ImmutableArray<Location> Locations { get; init; } = [];

    public ImmutableArray<Team> Teams { get; init; } = [];

    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>In the order in which they are tried.</summary>
    public ImmutableArray<Lane> Lanes { get; init; } = [];

    /// <summary>The last version of each lane that is gone, so that its key never begins again at 1.</summary>
    public ImmutableSortedDictionary<string, int> Retired { get; init; } = Sorted.None<int>();

    public ClockRules Clocks { get; init; } = new();

    /// <summary>Outcome to the reasons on offer.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Outcomes { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The floor's own quick replies; empty = the usual ones. [customer], [me], [shop] and [thing] are filled in.</summary>
    public ImmutableArray<string> Replies { get; init; } = [];

    /// <summary>Null = as it comes.</summary>
    public Branding? Branding { get; init; }
}
