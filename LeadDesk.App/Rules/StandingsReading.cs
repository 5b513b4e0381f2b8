using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Rules;

/// <summary>Reads who stands where, and why, in the rules that rank by results; names as each rule allows.</summary>
public sealed class StandingsReading(Calls calls, PeopleDirectory people, IStringLocalizer<StandingWords> words)
{
    private const int FewLeads = Scores.Shrinkage;

    /// <summary>All such rules of this floor, in their order.</summary>
    public ImmutableArray<StandingsView> All(RepId viewer, SalesFloor floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        return [.. floor.Plan.Lanes.Select(l => Read(viewer, floor, l)).OfType<StandingsView>()];
    }

    /// <summary>Null where the rule does not rank by results.</summary>
    public StandingsView? Read(RepId viewer, SalesFloor floor, LaneRules lane)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        if (LaneStandings.Of(floor, lane, floor.DayOf(calls.Now).Day) is not { } standings)
        {
            return null;
        }

        var metric = lane.Method.Ranking is TopProducer ? lane.Of(TopProducer.Metric) : null;
        var names = Visibility.MayName(floor, viewer, lane.Key);
        return new(standings, lane.Lane.Name, lane.Method.Name, metric, Rule(standings, lane), [.. standings.Places.Select(Line)]);

        StandingLine Line(Place place)
        {
            var known = names || place.Rep == viewer;
            var score = Score(lane, place);
            return new(place, known ? floor.Person(place.Rep).Id : null, known ? people.NameOf(place.Rep) : null, place.Rep == viewer, score, Why(lane, metric, place, score));
        }
    }

    private string Rule(LaneStandings standings, LaneRules lane) => lane.Method.Ranking switch
    {
        TopProducer => words["brakes", Percent(standings.CapPercent!.Value / 100m), Percent(standings.FloorPercent!.Value / 100m), Percent(standings.ExplorePercent!.Value / 100m)],
        Leaderboard => words["round"],
        ByConversion => words["proportion"],
        _ => words["cascade"],
    };

    private string Why(LaneRules lane, string? metric, Place place, decimal? score)
    {
        var standing = place.Standing;
        var why = standing.Learning ? words["why-learning"].Value : lane.Method.Ranking switch
        {
            not Leaderboard when standing.Leads <= 0 => words["why-none"].Value,
            TopProducer => words[$"why-topProducer-{metric}", standing.Wins, standing.Leads, Percent(place.Rate / 1000m), metric == "closeRate" ? Percent(score!.Value) : score!.Value.ToString("#,0.##", CultureInfo.CurrentCulture)],
            Leaderboard => standing.Leads <= 0 ? words["why-leaderboard-new"].Value : words["why-leaderboard", standing.Wins, standing.Leads].Value,
            _ => words[standing.Leads < FewLeads ? "why-rate-few" : "why-rate", standing.Wins, standing.Leads, score!.Value.ToString("0.##", CultureInfo.CurrentCulture)].Value,
        };
        return place.Most is { } most ? $"{why} {words["today", place.HadToday, most].Value}" : why;
    }

    /// <summary>What the place goes by: a rate or a value of a top producer, wins on a board, times the team's rate elsewhere.</summary>
    private static decimal? Score(LaneRules lane, Place place) => place.Standing.Learning ? null : lane.Method.Ranking switch
    {
        TopProducer => Math.Round(place.Standing.Value / 1_000_000m, 3),
        Leaderboard => place.Standing.Value,
        _ => place.Standing.Value / 1000m,
    };

    private static string Percent(decimal part) => part.ToString("P0", CultureInfo.CurrentCulture);
}
