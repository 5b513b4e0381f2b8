using System.Globalization;
using System.Text.Json;
using LeadDesk.Bench.Circuits;
using LeadDesk.Bench.Report;

namespace LeadDesk.Bench.Pushes;

/// <summary>P5: what an open Desk costs for one change that it shows, and for one that it does not, beside a page that draws one number anew; and how it keeps up in a burst.</summary>
internal static class PushesBench
{
    private static readonly Look[] Looks =
    [
        new("no page listens", "/bench/empty", "North"),
        new("empty page", "/bench/pushed", "North"),
        new("Desk, lead in sight", "/desk", "North"),
        new("Desk, lead of others", "/desk", ScreensFloor.Elsewhere),
    ];

    public static async Task<int> RunAsync(Options options)
    {
        if (CircuitClient.Find(options, "pushes") is not { } client)
        {
            return 0;
        }

        using var folder = new WorkFolder(options);
        var rows = options.Whole("rows", 20);
        var circuits = options.Whole("circuits", 200);
        await using var app = await Screens.StartAsync(folder, "pushes");
        await Screens.FillAsync(app, rows);
        var page = await PageAsync(app, client, folder, circuits);
        Console.WriteLine($"pushes: {circuits} circuits on each page, {rows} leads on the board");
        var runs = Looks.ToDictionary(l => l.Name, _ => new List<double>(), StringComparer.Ordinal);
        // What the compiler does of its own beside the first rounds must not count: a page is at its pace after some hundred draws of each circuit.
        for (var repetition = -options.Whole("warmups", 4); repetition < options.Whole("repetitions", 5); repetition++)
        {
            foreach (var look in Looks)
            {
                var told = await page([$"page={look.Page}", $"region={look.Region}", $"changes={options.Text("changes", "40")}", $"gap={options.Text("gap", "300")}"]);

                if (repetition >= 0)
                {
                    runs[look.Name].Add(told.GetProperty("cpuUsPerChange").GetDouble());
                }
            }
        }

        Summarize(runs, circuits);
        var bursts = new List<JsonElement>();
        for (var repetition = 0; repetition < options.Whole("bursts", 3); repetition++)
        {
            bursts.Add(await page(["page=/desk", "region=North", $"rate={options.Text("rate", "100")}", $"seconds={options.Text("seconds", "5")}"]));
        }

        Summarize(bursts);
        return 0;
    }

    /// <summary>Opens a page in many circuits, lets the desk change, and answers with what was seen.</summary>
    private static async Task<Func<string[], Task<JsonElement>>> PageAsync(AppProcess app, string client, WorkFolder folder, int circuits)
    {
        var script = Path.Combine(Repository.Root, "LeadDesk.Bench", "Pushes", "pushes.mjs");
        string[] always =
        [
            $"lib={Path.Combine(Path.GetDirectoryName(client)!, "blazor-circuit.mjs")}",
            $"app={app.Address.GetLeftPart(UriPartial.Authority)}",
            string.Create(CultureInfo.InvariantCulture, $"n={circuits}"),
            $"cookies={await Screens.SignInAsync(app, folder)}",
            $"source={ScreensFloor.SourceToken}",
            $"manager={ScreensFloor.ManagerToken}",
            $"taker={await TakerAsync(app)}",
        ];
        return async more =>
        {
            var line = await CircuitClient.RunAsync(script, [.. always, .. more]);
            Console.WriteLine(line);
            using var told = JsonDocument.Parse(line);
            return told.RootElement.Clone();
        };
    }

    private static async Task<string> TakerAsync(AppProcess app)
    {
        using var manager = app.Client(ScreensFloor.ManagerToken);
        using var floor = JsonDocument.Parse(await manager.GetStringAsync("/api/v1/floor"));
        return floor.RootElement.GetProperty("people").EnumerateArray().First(p => p.GetProperty("name").GetString() == ScreensFloor.Taker).GetProperty("id").GetString()!;
    }

    /// <summary>What the change itself costs where nobody looks is taken off; the rest is the pages'.</summary>
    private static void Summarize(Dictionary<string, List<double>> runs, int circuits)
    {
        var nobody = runs[Looks[0].Name];
        double Each(string name, int repetition) => (runs[name][repetition] - nobody[repetition]) / circuits;
        var table = new Table("page", "CPU us a change and circuit", "x empty page");
        foreach (var look in Looks[1..])
        {
            var repetitions = Enumerable.Range(0, nobody.Count).ToArray();
            table.Add(look.Name, Spread.Of(repetitions.Select(r => Each(look.Name, r))).Say("0"), Spread.Of(repetitions.Select(r => Each(look.Name, r) / Each(Looks[1].Name, r))).Say("0.00"));
        }

        table.Print();
    }

    private static void Summarize(List<JsonElement> bursts)
    {
        if (bursts.Count == 0)
        {
            return;
        }

        string Of(string name, string format) => Spread.Of(bursts.Select(b => b.GetProperty(name) is { ValueKind: JsonValueKind.Number } n ? n.GetDouble() : double.PositiveInfinity)).Say(format);
        var table = new Table("burst", "renders/s a circuit", "most", "behind ms p50", "p99", "cores");
        table.Add("Desk", Of("rendersP50", "0.0"), Of("rendersMax", "0.0"), Of("lagP50ms", "0"), Of("lagP99ms", "0"), Of("cores", "0.00"));
        table.Print();
    }

    /// <summary>A page, and where the leads come in while it is open.</summary>
    private sealed record Look(string Name, string Page, string Region);
}
