using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Live;

/// <summary>
/// Who has which lead open, on any page, so that two people do not do one customer's work twice. It is kept in memory alone: it is true only
/// while the pages are there. Whoever reads it shows it beside a lead that they may see anyhow.
/// </summary>
public sealed class Gazes(LiveBoard board, CommittedFloor committed)
{
    private ImmutableHashSet<Gaze> open = [];

    /// <summary>New eyes, until they are disposed.</summary>
    public Gaze Open(RepId rep) => new(this, rep);

    /// <summary>What everybody else has open, one line for each person and lead; who writes on any of their pages, writes.</summary>
    public ImmutableArray<Looker> Others(RepId but) =>
    [
        .. open.Select(g => g.Seen).OfType<Looker>().Where(l => l.Rep != but)
            .GroupBy(l => (l.Rep, l.Lead))
            .Select(g => new Looker(g.Key.Rep, g.Key.Lead, g.Any(l => l.Writing)))
            .OrderBy(l => l.Rep),
    ];

    internal void Moved(Gaze gaze, Looker? before, Looker? after)
    {
        ImmutableInterlocked.Update(ref open, o => gaze.Seen is null ? o.Remove(gaze) : o.Add(gaze));
        foreach (var lead in new[] { before?.Lead, after?.Lead }.OfType<LeadId>().Distinct())
        {
            var owner = committed.Now.Find(lead)?.Owner;
            var beside = open.Select(g => g.Seen).OfType<Looker>().Where(l => l.Lead == lead).Select(l => l.Rep).ToHashSet();
            board.Wake(s => s.WholeFloor || s.Viewer == owner || beside.Contains(s.Viewer));
        }
    }
}
