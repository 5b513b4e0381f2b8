using System.Diagnostics;
using System.Net;
using System.Runtime;
using LeadDesk.App.Desk;

namespace LeadDesk.App.Api;

/// <summary>Is the desk alive, may it be used, and what does it cost.</summary>
internal static class HealthApi
{
    private static readonly TimeSpan TickLate = TimeSpan.FromSeconds(10);

    public static void Map(WebApplication app, StartOptions options)
    {
        app.MapGet("/health/live", static () => Results.Text("alive")).AllowAnonymous().WithName("Live");
        app.MapGet("/health/ready", Ready).AllowAnonymous().WithName("Ready");
        if (options.Bench)
        {
            app.MapGet("/health/runtime", Runtime).AllowAnonymous().WithName("Runtime").ExcludeFromDescription();
        }
    }

    private static IResult Ready(DeskLoop desk, Clerk clerk, DeskClock clock)
    {
        var clockJob = clerk.SinceTick < TickLate;
        var ready = desk.Trouble is null && clockJob;
        return Results.Json(new { ready, store = desk.Trouble is null ? "ok" : "not writable", clockJob = clockJob ? "ok" : "late", clock = clock.IsOff ? "the machine's clock jumped" : "ok" },
            Json.Options, statusCode: ready ? 200 : 503);
    }

    private static IResult Runtime(HttpContext http, CommittedFloor committed, bool gc = false)
    {
        if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            return Results.NotFound();
        }

        for (var i = 0; gc && i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return Results.Json(new
        {
            rss = process.WorkingSet64,
            heap = GC.GetTotalMemory(false),
            cpuMs = process.TotalProcessorTime.TotalMilliseconds,
            alloc = GC.GetTotalAllocatedBytes(),
            serverGc = GCSettings.IsServerGC,
            pauseMs = GC.GetTotalPauseDuration().TotalMilliseconds,
            gen2 = GC.CollectionCount(2),
            seq = committed.Now.Seq,
        });
    }
}
