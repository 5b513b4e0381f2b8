using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>What a floor file would change, before anything is changed; Before is the plan it was read against.</summary>
public sealed record FloorFilePreview(FloorPlan Before, FloorFileMerge Merged)
{
    /// <summary>Every fault by its JSON path; null where the file may come in.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors => Merged.Ok ? null : Merged.Errors.ByField;

    /// <summary>Only the parts in which something changes.</summary>
    public ImmutableArray<FloorFileCount> Counts { get; } =
    [
        .. new[]
        {
            PeopleIn(Merged.People),
            FloorFileCount.Of("Places", Before.Locations, Merged.Plan.Locations, l => l.Key, FloorFilePlaces.Write),
            FloorFileCount.Of("Teams", Before.Teams, Merged.Plan.Teams, t => t.Key, FloorFilePlaces.Write),
            FloorFileCount.Of("Sources", Before.Sources, Merged.Plan.Sources, s => s.Key, FloorFileSources.Write, Merged.Secrets.Select(s => s.Key)),
        }.Where(c => !c.IsEmpty),
    ];

    /// <summary>Whether clocks, outcomes or any other setting of the whole floor changes.</summary>
    public bool Others { get; } = !FloorFile.SameSettings(Before, Merged.Plan);

    private static FloorFileCount PeopleIn(ImmutableArray<PersonChange> people)
    {
        var gone = people.Count(p => p is { Before.Terms.Active: true, After.Terms.Active: false });
        var made = people.Count(p => p.Before is null);
        return new("People", made, people.Length - made - gone, gone);
    }
}
