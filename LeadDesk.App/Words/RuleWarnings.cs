using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Reach;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Words;

/// <summary>What somebody should know of a rule before it is published: that it never fires, or that nobody can ever have its leads.</summary>
public sealed class RuleWarnings(RuleWording words)
{
    /// <summary>By lane key; a lane that is fine is not in it.</summary>
    public ImmutableSortedDictionary<string, RuleWarning> Of(FloorPlan plan, IEnumerable<Rep> people)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(people);
        var rules = new LanePlan(plan);
        var takers = people.Where(p => p.Terms is { Active: true, HoldsLeads: true }).Select(p => p.Terms).ToList();
        var found = ImmutableSortedDictionary.CreateBuilder<string, RuleWarning>(StringComparer.Ordinal);
        foreach (var reach in LaneReach.Of(plan))
        {
            var lane = rules.Find(reach.Lane)!;
            if (Of(plan, lane.Lane, reach) is { } warning)
            {
                found[reach.Lane] = warning;
            }
            else if (takers.Count > 0 && !lane.Rings.IsEmpty && !takers.Any(t => Eligibility.InRing(t, lane, lane.Rings.Length - 1)))
            {
                found[reach.Lane] = new(words["warn-nobody"], IsWarning: true);
            }
            else if (lane.Method.HardExit)
            {
                found[reach.Lane] = new(words["warn-grabBag", words.Span(TimeSpan.FromMinutes(lane.Lane.LeftBehindMinutes[1]))], IsWarning: true);
            }
        }

        return found.ToImmutable();
    }

    private RuleWarning? Of(FloorPlan plan, Lane lane, LaneReach reach) => reach.Use switch
    {
        LaneUse.Shadowed => new(words["warn-shadowed", Names(plan, reach.By)], IsWarning: true),
        LaneUse.Impossible when lane.When.Source.FirstOrDefault(s => plan.Sources.All(k => !string.Equals(k.Key, s, StringComparison.OrdinalIgnoreCase))) is { } source => new(words["warn-source", source], IsWarning: true),
        LaneUse.Impossible => new(words["warn-impossible"], IsWarning: true),
        LaneUse.HandedOn when Catalogue.Find(lane.Method) is { Rescues: true } => new(words["note-rescue"], IsWarning: false),
        LaneUse.HandedOn => new(reach.By.IsEmpty ? words["note-named"] : words["note-handed", Names(plan, reach.By)], IsWarning: false),
        _ => null,
    };

    private static string Names(FloorPlan plan, ImmutableArray<string> lanes) => string.Join(", ", lanes.Select(l => RuleWording.NameOf(plan, l)));
}
