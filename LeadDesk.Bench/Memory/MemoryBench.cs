using System.Globalization;
using System.Text.Json;
using LeadDesk.Bench.Circuits;
using LeadDesk.Bench.Report;

namespace LeadDesk.Bench.Memory;

/// <summary>P4: heap of an open Desk beside an empty page, with circuits of a headless client on a started app.</summary>
internal static class MemoryBench
{
    public static async Task<int> RunAsync(Options options)
    {
        if (CircuitClient.Find(options, "memory") is not { } client)
        {
            return 0;
        }

        using var folder = new WorkFolder(options);
        var rows = options.Whole("rows", 20);
        var circuits = options.Whole("circuits", 300);
        await using var app = await Screens.StartAsync(folder, "memory");
        await Screens.FillAsync(app, rows);
        var cookies = await Screens.SignInAsync(app, folder);
        Console.WriteLine($"memory: {circuits} circuits on each page, {rows} leads on the board");
        var pages = new[] { options.Text("empty", "/bench/empty"), options.Text("url", "/desk") };
        var runs = pages.ToDictionary(p => p, _ => new List<double>(), StringComparer.Ordinal);
        for (var repetition = 0; repetition < options.Whole("repetitions", 3); repetition++)
        {
            foreach (var page in pages)
            {
                var line = await CircuitClient.RunAsync(
                    client,
                    $"url={new Uri(app.Address, page)}",
                    string.Create(CultureInfo.InvariantCulture, $"n={circuits}"),
                    "updates=0",
                    $"cookies={cookies}",
                    $"stats={new Uri(app.Address, "/health/runtime")}");
                Console.WriteLine(line);
                using var told = JsonDocument.Parse(line);
                runs[page].Add(told.RootElement.GetProperty("heapPerCircuitKB").GetDouble());
            }
        }

        var table = new Table("page", "heap KB a circuit", "x empty");
        foreach (var (page, heaps) in runs)
        {
            table.Add(page, Spread.Of(heaps).Say("0"), Spread.Of(heaps.Select((h, i) => h / runs[pages[0]][i])).Say("0.00"));
        }

        table.Print();
        return 0;
    }
}
