using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LeadDesk.Bench.Report;

namespace LeadDesk.Bench.Memory;

/// <summary>P4: heap of an open Desk beside an empty page, with circuits of a headless client on a started app.</summary>
internal static class MemoryBench
{
    private const string ClientPath = "tools/bench/client/circuits.mjs";

    public static async Task<int> RunAsync(Options options)
    {
        if (options.Text("client") is not { } client)
        {
            client = Repository.Shared(ClientPath) ?? "";
        }

        if (!File.Exists(client))
        {
            Console.WriteLine($"memory: skipped, there is no shared/{ClientPath} beside the repository and no --client FILE.");
            return 0;
        }

        if (!Directory.Exists(Path.Combine(Path.GetDirectoryName(client)!, "node_modules", "ws")))
        {
            Console.WriteLine($"memory: skipped, the client lacks its packages: run npm install in {Path.GetDirectoryName(client)}, or in a copy of it and name that with --client.");
            return 0;
        }

        using var folder = new WorkFolder(options);
        var rows = options.Whole("rows", 20);
        var circuits = options.Whole("circuits", 300);
        MemoryFloor.Write(folder.File("floor.json"));
        await using var app = await AppProcess.StartAsync(folder.File("memory.db"), folder.File("floor.json"));
        await FillAsync(app, rows);
        var cookies = folder.File("cookies.txt");
        await File.WriteAllLinesAsync(cookies, await SignInAsync(app));
        Console.WriteLine($"memory: {circuits} circuits on each page, {rows} leads on the board");
        var pages = new[] { options.Text("empty", "/bench/empty"), options.Text("url", "/desk") };
        var runs = pages.ToDictionary(p => p, _ => new List<double>(), StringComparer.Ordinal);
        for (var repetition = 0; repetition < options.Whole("repetitions", 3); repetition++)
        {
            foreach (var page in pages)
            {
                var line = await OpenAsync(client, new Uri(app.Address, page), circuits, cookies, new Uri(app.Address, "/health/runtime"));
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

    private static async Task FillAsync(AppProcess app, int rows)
    {
        using var source = app.Client(MemoryFloor.SourceToken);
        for (var i = 0; i < rows; i++)
        {
            using var answer = await source.PostAsJsonAsync("/api/v1/leads", new { name = $"Customer {i}", email = $"customer{i}@example.test", product = $"Ring {i}", region = "North", value = 1000 + i });
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>A cookie header for each person, by the form that people use.</summary>
    private static async Task<List<string>> SignInAsync(AppProcess app)
    {
        var cookies = new List<string>();
        foreach (var email in MemoryFloor.People)
        {
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { BaseAddress = app.Address };
            var page = await client.GetStringAsync("/sign-in");
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Between(page, "name=\"__RequestVerificationToken\" value=\"", "\""),
                ["email"] = email,
                ["password"] = MemoryFloor.Password,
            });
            using var answer = await client.PostAsync("/sign-in", form);
            if ((int)answer.StatusCode is < 300 or >= 400)
            {
                throw new InvalidOperationException($"{email} could not sign in: {answer.StatusCode}");
            }

            cookies.Add(handler.CookieContainer.GetCookieHeader(app.Address));
        }

        return cookies;
    }

    private static async Task<string> OpenAsync(string client, Uri page, int circuits, string cookies, Uri stats)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Path.GetDirectoryName(client)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList = { Path.GetFileName(client), $"url={page}", string.Create(CultureInfo.InvariantCulture, $"n={circuits}"), "updates=0", $"cookies={cookies}", $"stats={stats}" },
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return output.Split('\n').FirstOrDefault(l => l.StartsWith('{')) ?? throw new InvalidOperationException($"The client said nothing useful: {output}");
    }

    private static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[from..text.IndexOf(after, from, StringComparison.Ordinal)];
    }
}
