using LeadDesk.Bench.Report;

namespace LeadDesk.Bench.Claims;

/// <summary>P1: durable claims through the whole desk, beside one commit a claim and bare group commit on the same disk in the same minutes.</summary>
internal static class ClaimsBench
{
    private const string Base = "raw-one-commit";

    public static async Task<int> RunAsync(Options options)
    {
        using var folder = new WorkFolder(options);
        var waiting = options.Whole("waiting", 100_000);
        var reps = options.Whole("reps", 64);
        var seconds = options.Number("seconds", 2);
        var variants = options.Texts("variants", "raw-one-commit,raw-group,raw-group-log-only,desk-blindPull,desk-cherryPick");
        if (options.Wholes("callers", "64,1").Max() > reps)
        {
            throw new ArgumentException("Each caller is a person of their own: --reps must be at least the most --callers.", nameof(options));
        }

        await using var desk = await OpenDesk.AtAsync(folder.File("desk.db"), reps);
        using var one = new RawOneCommit(folder, waiting);
        using var group = new RawGroup(folder, waiting, rows: true);
        using var log = new RawGroup(folder, waiting, rows: false);
        var claimers = new IClaimer[] { one, group, log, new DeskClaimer(desk, "blindPull", waiting / 2, reps), new DeskClaimer(desk, "cherryPick", waiting / 2, reps) }
            .Where(c => variants.Contains(c.Name, StringComparer.Ordinal)).ToArray();
        Console.WriteLine($"claims: {waiting:N0} leads waiting on the floor, {reps} people, {seconds} s a run, in {folder.Path}");
        foreach (var claimer in claimers)
        {
            await claimer.RefillAsync();
            await Load.RunAsync(claimer, 64, seconds / 2, waiting / 4);
        }

        var wrong = 0;
        foreach (var callers in options.Wholes("callers", "64,1"))
        {
            var runs = claimers.ToDictionary(c => c.Name, _ => new List<Measured>(), StringComparer.Ordinal);
            for (var repetition = 0; repetition < options.Whole("repetitions", 3); repetition++)
            {
                foreach (var claimer in claimers)
                {
                    await claimer.RefillAsync();
                    GC.Collect();
                    var run = await Load.RunAsync(claimer, callers, seconds, waiting);
                    runs[claimer.Name].Add(run);
                    wrong += run.Doubled + run.Lost;
                    Print(claimer.Name, callers, repetition, run, runs.GetValueOrDefault(Base)?.LastOrDefault());
                }
            }

            Summarize(callers, runs);
        }

        return wrong == 0 ? 0 : 1;
    }

    private static void Print(string name, int callers, int repetition, Measured run, Measured? raw) => Json.Print(new
    {
        bench = "claims",
        variant = name,
        callers,
        repetition,
        perSecond = Json.Short(run.PerSecond),
        ratio = raw is null ? 0 : Json.Short(run.PerSecond / raw.PerSecond),
        p50Ms = Json.Short(run.At(.5)),
        p99Ms = Json.Short(run.At(.99)),
        maxMs = Json.Short(run.At(1)),
        cpuUs = Json.Short(run.CpuPerClaim),
        pauseMs = Json.Short(run.PauseMilliseconds),
        claims = run.Claims,
        doubled = run.Doubled,
        lost = run.Lost,
    });

    private static void Summarize(int callers, Dictionary<string, List<Measured>> runs)
    {
        var raw = runs.GetValueOrDefault(Base);
        var table = new Table($"{callers} callers", "claims/s", "x one commit", "p50 ms", "p99 ms", "CPU us", "double", "lost");
        foreach (var (name, all) in runs)
        {
            table.Add(
                name,
                Spread.Of(all.Select(r => r.PerSecond)).Say("0"),
                raw is null ? "-" : Spread.Of(all.Select((r, i) => r.PerSecond / raw[i].PerSecond)).Say("0.00"),
                Spread.Of(all.Select(r => r.At(.5))).Say("0.00"),
                Spread.Of(all.Select(r => r.At(.99))).Say("0.0"),
                Spread.Of(all.Select(r => r.CpuPerClaim)).Say("0"),
                $"{all.Sum(r => r.Doubled)}",
                $"{all.Sum(r => r.Lost)}");
        }

        table.Print();
    }
}
