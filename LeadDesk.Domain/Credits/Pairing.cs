using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Credits;

/// <summary>
/// Whom a coach beside them might help: with 20 leads or more and a shrunk rate more than two standard errors under the team's. A hint for
/// managers alone; a person decides.
/// </summary>
public sealed record Pairing(RepId Rep, int Leads, int Wins, double Rate, double TeamRate, double Bound)
{
    public const int LeastLeads = 20;

    public static ImmutableArray<Pairing> Of(SalesFloor floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var team = Scores.OfWindow(floor);
        var (leads, wins) = (team.Sum(t => (long)t.Sum.Leads), team.Sum(t => (long)t.Sum.Wins));
        if (leads <= 0)
        {
            return [];
        }

        var mean = (double)wins / leads;
        return
        [
            .. team.Where(t => t.Sum.Leads >= LeastLeads && t.Rep.Terms.Coach is null)
                .Select(t => new Pairing(t.Rep.Number, t.Sum.Leads, t.Sum.Wins, (t.Sum.Wins + (Scores.Shrinkage * mean)) / (t.Sum.Leads + Scores.Shrinkage), mean, mean - (2 * Math.Sqrt(mean * (1 - mean) / t.Sum.Leads))))
                .Where(p => p.Rate < p.Bound)
                .OrderBy(p => p.Rate - p.TeamRate),
        ];
    }
}
