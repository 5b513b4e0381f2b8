using System.Diagnostics;
using System.Globalization;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Lab;

namespace LeadDesk.Bench.Methods;

/// <summary>Every method of the catalogue on the same real arrivals, in simulated time, with the same people and the same luck; prints the table of docs/fairness.md.</summary>
internal static class MethodsBench
{
    public static int Run(Options options)
    {
        if (Repository.Shared(Applications.Path) is not { } file)
        {
            Console.WriteLine($"methods: skipped, there is no shared/{Applications.Path} beside the repository.");
            return 0;
        }

        var history = Applications.Read(file, options.Whole("leads", int.MaxValue));
        var names = options.Texts("methods", string.Join(',', Catalogue.Names));
        Console.WriteLine("| method | wait, median | wait, 95 of 100 | late | largest share | widest balance | left behind | no rule could | passes | in limbo |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var (limbo, late, lateFromClosed) = (0, 0, 0);
        var clock = Stopwatch.StartNew();
        foreach (var method in names.Select(Catalogue.Of))
        {
            var replay = new Replay(history, Applications.Rules(method), Applications.People with { Seed = options.Whole("seed", Applications.People.Seed) });
            var leads = replay.Run();
            var figures = Figures.Of(leads);
            var open = history.LeadCount - leads.Count(l => l.Closed);
            limbo += open;
            late += figures.Late;
            lateFromClosed += leads.Count(l => l.Late && !replay.Floor.Plan.Lanes[0].Hours.IsOpen(l.At));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {method.Name} | {Say(figures.MedianWait)} | {Say(figures.LongWait)} | {figures.Late / (double)figures.Leads:P1} | {figures.LargestShare:P1} | {replay.WidestBalance:0.00} | {figures.LeftBehind} | {figures.WithManagers} | {figures.Passes} | {open} |"));
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{history.LeadCount} leads through {names.Length} methods in {clock.Elapsed.TotalSeconds:0} s; {limbo} in limbo; {lateFromClosed / (double)Math.Max(1, late):P0} of the late ones came while it was closed"));
        return limbo == 0 ? 0 : 1;
    }

    private static string Say(TimeSpan? wait) => wait is { } span ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes}:{span.Seconds:00}") : "–";
}
