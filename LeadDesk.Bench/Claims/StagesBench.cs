using System.Diagnostics;
using System.Globalization;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Bench.Report;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Bench.Claims;

/// <summary>Where a claim's time goes: each stage alone, on a floor as it stands with many leads waiting, on one thread.</summary>
internal static class StagesBench
{
    public static async Task<int> RunAsync(Options options)
    {
        using var folder = new WorkFolder(options);
        var reps = options.Whole("reps", 64);
        var waiting = options.Whole("waiting", 100_000);
        var times = options.Whole("times", 2000);
        await using var desk = await OpenDesk.AtAsync(folder.File("desk.db"), reps);
        await desk.FillAsync("blindPull", waiting);
        await desk.CatchUpAsync();
        var floor = desk.Floor;
        var lane = floor.Plan.Lanes[0];
        var context = new DeskContext(desk.Log, new ContactKey([]), new ClaimPace());
        var pull = new Pull(Actor.Person(new RepId(1), "api"), "blindPull");
        var round = new Round(floor, floor.At, pull.Actor);
        pull.Decide(round, context);
        var taken = round.Events[0];
        var body = EventCodec.Write(taken);
        var stored = new StoredEvent(taken.Seq, taken.At.ToUnixTimeMilliseconds(), null, "api", "taken", null, body, null);
        var line = new LogLine(1, 0, "a", "api", "taken", "lead", null, "after", 2, "Pulled", "lane@1", body, null);
        var chain = new Chain();

        var table = new Table("stage", "us", "bytes");
        Measure(table, times, "decide (whole pull, with its fold)", () => pull.Decide(new Round(floor, floor.At, pull.Actor), context));
        Measure(table, times, "  who could have it", () => Field.Of(floor, lane, null, floor.At, round.Today, Put.Self));
        Measure(table, times, "  which lead is next", () => Engine.NextFor(round, lane, floor.People[0]));
        Measure(table, times, "  fold", () => floor.After(taken));
        Measure(table, times, "event to bytes", () => EventCodec.Write(taken));
        Measure(table, times, "bytes to event (projector, start)", () => EventCodec.Read(stored));
        Measure(table, times, "hash chain", () => Seal(chain, line));
        table.Print();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an event of a claim among {reps} people has {body.Length} bytes"));
        return 0;
    }

    private static object Seal(Chain chain, LogLine line)
    {
        chain.Seal([line], LogHead.Empty);
        return chain;
    }

    private static void Measure(Table table, int times, string stage, Func<object?> run)
    {
        var samples = new List<double>();
        var bytes = 0L;
        for (var repetition = 0; repetition < 7; repetition++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                run();
            }

            samples.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / times);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / times;
        }

        // The first ones warm up.
        var spread = Spread.Of(samples.Skip(2));
        Json.Print(new { bench = "stages", stage = stage.Trim(), us = Json.Short(spread.Median), bytes });
        table.Add(stage, spread.Say("0.0"), $"{bytes}");
    }
}
