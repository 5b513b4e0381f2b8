using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bogus;
using LeadDesk.Bench.Report;

namespace LeadDesk.Bench.Arrivals;

/// <summary>A real busy day of a call centre through the whole app: at its end every lead is answered, owned, or held with a reason, although one person vanished.</summary>
internal static class ArrivalsBench
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(Options options)
    {
        if (Repository.Shared(CallRecord.Path) is not { } record)
        {
            Console.WriteLine($"arrivals: skipped, there is no shared/{CallRecord.Path} beside the repository.");
            return 0;
        }

        using var folder = new WorkFolder(options);
        var speed = options.Number("speed", 600);
        var reps = options.Whole("reps", 12);
        var (day, arrivals) = CallRecord.BusiestDay(record);
        var limit = TimeSpan.FromMinutes(options.Number("minutes", (arrivals[^1].After.TotalMinutes / speed) + 5));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"arrivals: {arrivals.Count} prospective customers of {day:yyyy-MM-dd} over {arrivals[^1].After.TotalHours:0.0} h at {speed} x, {reps} people, {limit.TotalMinutes:0.0} min at the most"));
        BenchFloor.Write(folder.File("floor.json"), reps);
        var store = folder.File("arrivals.db");
        await using var app = await AppProcess.StartAsync(store, folder.File("floor.json"));
        var clock = Stopwatch.StartNew();
        using var end = new CancellationTokenSource(limit);
        using var vanish = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        var workers = Enumerable.Range(1, reps).Select(n => new Worker(app.Client(BenchFloor.TokenOf(n)), speed, n)).ToList();
        var work = workers.Select((w, i) => w.RunAsync(i == 0 ? vanish.Token : end.Token)).ToList();
        var posted = new ConcurrentDictionary<Guid, int>();
        var refused = await PostAsync(app, arrivals, speed, posted, vanish, end.Token);
        var settled = await SettleAsync(app, end.Token);
        var held = await HeldAsync(app);
        await end.CancelAsync();
        await Task.WhenAll(work);
        var fates = Fates.Of(store);
        return Tell(arrivals.Count, posted, refused, fates, held, settled, workers, clock.Elapsed);
    }

    private static async Task<int> PostAsync(AppProcess app, IReadOnlyList<Arrival> arrivals, double speed, ConcurrentDictionary<Guid, int> posted, CancellationTokenSource vanish, CancellationToken end)
    {
        using var client = app.Client(BenchFloor.SourceToken);
        var people = new Faker { Random = new Randomizer(1999) };
        var refused = 0;
        var clock = Stopwatch.StartNew();
        var posts = new List<Task>();
        for (var i = 0; i < arrivals.Count && !end.IsCancellationRequested; i++)
        {
            if (i == arrivals.Count / 2)
            {
                await vanish.CancelAsync();
            }

            var arrival = arrivals[i];
            if (arrival.After / speed - clock.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, CancellationToken.None);
            }

            var body = new
            {
                name = people.Name.FullName(),
                email = $"caller{arrival.Number}@example.test",
                phone = string.Create(CultureInfo.InvariantCulture, $"+1206{2_000_000 + arrival.Number}"),
                product = BenchFloor.Products[i % BenchFloor.Products.Length],
                message = people.Lorem.Sentence(),
                externalId = arrival.Number.ToString(CultureInfo.InvariantCulture),
            };
            posts.Add(OneAsync(arrival.Number, body));
        }

        await Task.WhenAll(posts);
        return refused;

        async Task OneAsync(int number, object body)
        {
            using var answer = await client.PostAsJsonAsync("/api/v1/leads", body, CancellationToken.None);
            if (!answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref refused);
                return;
            }

            var told = await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
            posted[told.GetProperty("id").GetGuid()] = number;
        }
    }

    /// <summary>Until nothing waits, rings or is offered but what is held; false when the time ran out.</summary>
    private static async Task<bool> SettleAsync(AppProcess app, CancellationToken end)
    {
        using var client = app.Client(BenchFloor.ManagerToken);
        while (!end.IsCancellationRequested)
        {
            var floor = await client.GetFromJsonAsync<JsonElement>("/api/v1/floor", CancellationToken.None);
            var counts = floor.GetProperty("counts");
            if (counts.GetProperty("waiting").GetInt32() + counts.GetProperty("offered").GetInt32() <= counts.GetProperty("held").GetInt32())
            {
                return true;
            }

            await Task.Delay(Look, CancellationToken.None);
        }

        return false;
    }

    private static async Task<Dictionary<Guid, string>> HeldAsync(AppProcess app)
    {
        using var client = app.Client(BenchFloor.ManagerToken);
        var floor = await client.GetFromJsonAsync<JsonElement>("/api/v1/floor");
        return floor.GetProperty("held").EnumerateArray()
            .ToDictionary(h => h.GetProperty("leadId").GetGuid(), h => h.GetProperty("reason").GetString() ?? "");
    }

    private static int Tell(int rows, ConcurrentDictionary<Guid, int> posted, int refused, Fates fates, Dictionary<Guid, string> held, bool settled, List<Worker> workers, TimeSpan took)
    {
        var owned = posted.Keys.Count(l => !fates.Answered.Contains(l) && fates.Owned.Contains(l));
        var waiting = posted.Keys.Count(l => !fates.Answered.Contains(l) && !fates.Owned.Contains(l) && held.GetValueOrDefault(l, "").Length > 0);
        var lost = posted.Count - fates.Answered.Count - owned - waiting;
        var broken = workers.Sum(w => w.Answers.Where(a => (int)a.Key >= 500).Sum(a => a.Value));
        var good = settled && refused == 0 && lost == 0 && broken == 0 && posted.Count == rows && fates.Received == rows;
        var table = new Table("arrivals", "leads");
        table.Add("calls in the record", $"{rows}");
        table.Add("posted and on disk", $"{posted.Count}");
        table.Add("received in the log", $"{fates.Received}");
        table.Add("answered", $"{fates.Answered.Count}");
        table.Add("owned, not yet answered", $"{owned}");
        table.Add("held, with its reason", $"{waiting}");
        table.Add("unaccounted for", $"{lost}");
        table.Add("(taken back from somebody)", $"{fates.TakenBack}");
        table.Add("(offers that ran out)", $"{fates.TimedOut}");
        table.Add("(answers 5xx)", $"{broken}");
        table.Print();
        foreach (var reason in held.Values.GroupBy(r => r, StringComparer.Ordinal))
        {
            Console.WriteLine($"held: {reason.Count()} x {reason.Key}");
        }

        Json.Print(new
        {
            bench = "arrivals",
            rows,
            posted = posted.Count,
            received = fates.Received,
            answered = fates.Answered.Count,
            owned,
            held = waiting,
            unaccounted = lost,
            firstAttemptP50S = fates.FirstAttempt.Length == 0 ? 0 : Json.Short(fates.FirstAttempt[fates.FirstAttempt.Length / 2]),
            firstAttemptP99S = fates.FirstAttempt.Length == 0 ? 0 : Json.Short(fates.FirstAttempt[(int)(fates.FirstAttempt.Length * 0.99)]),
            tookS = Json.Short(took.TotalSeconds),
            good,
        });
        Console.WriteLine(good ? "Every lead is answered, owned, or held with a reason." : "NOT every lead is accounted for.");
        return good ? 0 : 1;
    }
}
