using LeadDesk.Bench.Report;

namespace LeadDesk.Bench.Claims;

/// <summary>Growth: a claim must not depend on how many leads wait. Short bursts from desks of different sizes, one after the other in each repetition.</summary>
internal static class GrowthBench
{
    private const int Burst = 500;

    public static async Task<int> RunAsync(Options options)
    {
        using var folder = new WorkFolder(options);
        var reps = options.Whole("reps", 64);
        var sizes = options.Wholes("waiting", "1000,100000,300000");
        var bursts = options.Whole("bursts", 10);
        var desks = new List<(int Size, OpenDesk Desk, DeskClaimer Claimer)>();
        foreach (var size in sizes)
        {
            var desk = await OpenDesk.AtAsync(folder.File($"desk-{size}.db"), reps);
            desks.Add((size, desk, new DeskClaimer(desk, "blindPull", size, reps)));
        }

        var runs = sizes.ToDictionary(s => s, _ => new List<Measured>());
        for (var repetition = -1; repetition < options.Whole("repetitions", 3); repetition++)
        {
            foreach (var (size, _, claimer) in desks)
            {
                Measured? sum = null;
                for (var burst = 0; burst < bursts; burst++)
                {
                    await claimer.RefillAsync();
                    var run = await Load.RunAsync(claimer, 64, 60, Burst);
                    sum = sum?.And(run) ?? run;
                }

                if (repetition < 0)
                {
                    continue;
                }

                runs[size].Add(sum!);
                Json.Print(new { bench = "growth", waiting = size, repetition, perSecond = Json.Short(sum!.PerSecond), p50Ms = Json.Short(sum.At(.5)), p99Ms = Json.Short(sum.At(.99)), cpuUs = Json.Short(sum.CpuPerClaim), doubled = sum.Doubled, lost = sum.Lost });
            }
        }

        var table = new Table("leads waiting", "claims/s", $"x {sizes[0]}", "p50 ms", "p99 ms", "CPU us", "double", "lost");
        foreach (var (size, all) in runs)
        {
            table.Add(
                $"{size}",
                Spread.Of(all.Select(r => r.PerSecond)).Say("0"),
                Spread.Of(all.Select((r, i) => r.PerSecond / runs[sizes[0]][i].PerSecond)).Say("0.00"),
                Spread.Of(all.Select(r => r.At(.5))).Say("0.00"),
                Spread.Of(all.Select(r => r.At(.99))).Say("0.0"),
                Spread.Of(all.Select(r => r.CpuPerClaim)).Say("0"),
                $"{all.Sum(r => r.Doubled)}",
                $"{all.Sum(r => r.Lost)}");
        }

        table.Print();
        foreach (var (_, desk, _) in desks)
        {
            await desk.DisposeAsync();
        }

        return runs.Values.Sum(all => all.Sum(r => r.Doubled + r.Lost)) == 0 ? 0 : 1;
    }
}
