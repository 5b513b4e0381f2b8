using System.Collections.Immutable;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Lab;

namespace LeadDesk.App.Rules;

/// <summary>
/// Runs the last real leads through a draft and through the rules in force, by the same engine and on the same luck. The past is read from
/// the log; nothing is written, and the floor that people work on is never touched. One at a time, beside the desk.
/// </summary>
public sealed class DryRuns(CommittedFloor committed, Records records, PeopleDirectory people, DryRunWording words) : IDisposable
{
    public const int MostLeads = 200;

    private const int MostMoves = 200;
    private static readonly string[] OfPeople = ["person", "presence", "opt-in", "person-undone"];
    private static readonly string[] OfWork = ["offered", "offer-ended", "taken", "attempted", "closed", "presence"];
    private readonly SemaphoreSlim turn = new(1, 1);

    public void Dispose() => turn.Dispose();

    /// <summary>Progress is told in parts of a hundred. Null where the viewer leads no floor.</summary>
    public async Task<DryRunView?> RunAsync(RepId viewer, DryRunAsk ask, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var floor = committed.Now;
        if (floor.Person(viewer).Terms is not { Active: true, LeadsTheFloor: true })
        {
            return null;
        }

        await turn.WaitAsync(cancel);
        try
        {
            var (history, model) = await ReadAsync(floor, ask, cancel);
            var rules = floor.Plan.Plan;
            return await Task.Run(
                () =>
                {
                    var before = Run(new Replay(ask.Person is { } now ? history.With(now.Person, now.Before) : history, rules, model), 0, progress, cancel);
                    var after = Run(new Replay(ask.Person is { } then ? history.With(then.Person, then.After) : history, ask.Draft, model), 50, progress, cancel);
                    return Show(floor, ask, history, Comparison.Of(rules, before, ask.Draft, after));
                },
                cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private static ImmutableArray<ReplayedLead> Run(Replay replay, int from, IProgress<int>? progress, CancellationToken cancel)
    {
        var told = from;
        while (replay.Step())
        {
            cancel.ThrowIfCancellationRequested();
            if (from + (50 * replay.Arrived / replay.Total) is var now && now >= told + 5)
            {
                progress?.Report(told = now);
            }
        }

        return replay.Leads;
    }

    private async Task<(History History, RepModel Model)> ReadAsync(SalesFloor floor, DryRunAsk ask, CancellationToken cancel)
    {
        var leads = new List<Stamped>();
        for (var (before, more) = (floor.Seq + 1, true); more && leads.Count < ask.Leads;)
        {
            var some = await records.NewestAsync("received", MostLeads, before, cancel);
            leads.AddRange(some.Select(EventCodec.Read).Where(e => History.IsFromOutside(e.Event)));
            (before, more) = (some is [.., var oldest] ? oldest.Seq : 0, some.Count == MostLeads);
        }

        var said = await records.ActsAsync(OfPeople, 0, floor.Seq, cancel);
        var history = History.Of(said.Select(EventCodec.Read).Concat(leads).OrderBy(e => e.Seq), ask.Leads);
        var first = leads.Count == 0 ? floor.Seq : leads.Min(e => e.Seq);
        var work = await records.ActsAsync(OfWork, first - 1, floor.Seq, cancel);
        return (history, new RepModel { Seed = ask.Seed }.Learn(work.Select(EventCodec.Read)));
    }

    private DryRunView Show(SalesFloor floor, DryRunAsk ask, History history, Comparison compared)
    {
        var facts = history.Leads.ToDictionary(l => l.Lead, l => l.Facts);
        var view = new DryRunView(
            compared.Before.Leads,
            compared.Before.Leads >= ask.Leads,
            history.Span?.First,
            history.Span?.Last,
            Show(floor, compared.Before),
            Show(floor, compared.After),
            [
                .. compared.Lanes.Select(l => new DryRunLane(
                    l.Lane,
                    words.LaneName(ask.Draft, floor.Plan.Plan, l.Lane),
                    l.Before is { } before ? Show(floor, before) : null,
                    l.After is { } after ? Show(floor, after) : null,
                    compared.Moves.Count(m => m.LaneAfter == l.Lane))),
            ],
            compared.Moves.Length,
            [.. compared.Moves.Take(MostMoves).Select(m => new DryRunMove(m.Lead.Value, facts[m.Lead].Product, IdOf(floor, m.From), NameOf(m.From), IdOf(floor, m.To), NameOf(m.To), m.LaneBefore, m.LaneAfter))],
            "",
            words.Caveat);
        return view with { Sentence = words.Sentence(view) };
    }

    private DryRunFigures Show(SalesFloor floor, Figures figures) => new(
        figures.Leads,
        figures.Late,
        (int?)figures.MedianWait?.TotalSeconds,
        (int?)figures.LongWait?.TotalSeconds,
        Math.Round(figures.LargestShare, 4),
        IdOf(floor, figures.Largest),
        NameOf(figures.Largest),
        figures.LeftBehind,
        figures.WithManagers,
        figures.Passes,
        figures.Unserved);

    private static Guid? IdOf(SalesFloor floor, RepId? rep) => rep is { } number ? floor.Person(number).Id : null;

    private string? NameOf(RepId? rep) => rep is { } number ? people.NameOf(number) : null;
}
