using System.Net;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Faults;

/// <summary>Whatever is wrong with the disk: nobody is told anything that is not so, reads go on, and the desk is well again by itself.</summary>
[Trait("Category", "Faults")]
public sealed class DiskTests(DiskServer server, ITestOutputHelper output) : IClassFixture<DiskServer>
{
    private const int Eio = 5;
    private const int Enospc = 28;
    private const int Erofs = 30;

    [ShimTheory]
    [InlineData(DiskFault.OneFlushFails)]
    [InlineData(DiskFault.OneFlushReportsAFailureAndIsDone)]
    [InlineData(DiskFault.FlushesFail)]
    [InlineData(DiskFault.WritesFail)]
    [InlineData(DiskFault.Full)]
    [InlineData(DiskFault.ReadOnly)]
    [InlineData(DiskFault.FlushesHang)]
    public async Task A_bad_disk_makes_no_wrong_answers_and_heals_without_a_restart(DiskFault fault)
    {
        var sent = new List<SentLead>();
        sent.AddRange(await ManyAsync(3));
        Assert.All(sent, s => Assert.True(s.IsAcknowledged, s.Body));
        var lasting = fault is not (DiskFault.OneFlushFails or DiskFault.OneFlushReportsAFailureAndIsDone);
        for (var round = 0; round < (lasting ? 1 : 4); round++)
        {
            var failed = server.Disk.Failed;
            Break(fault);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (lasting ? !sent.Any(s => s.Status == HttpStatusCode.ServiceUnavailable) : server.Disk.Failed == failed)
            {
                limit.Token.ThrowIfCancellationRequested();
                sent.AddRange(await ManyAsync(4));
            }
        }

        if (lasting)
        {
            var during = await ManyAsync(12);
            sent.AddRange(during);
            Assert.All(during, s => Assert.True(s.IsRefused || s.IsUncertain, $"{s.Status} {s.Body}"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/desk"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/live"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/health/ready"));
        }

        server.Disk.BeWell();
        var healed = System.Diagnostics.Stopwatch.StartNew();
        await Server.UntilReadyAsync(server.Rep);
        var after = healed.Elapsed;
        sent.AddRange(await ManyAsync(3));
        Assert.All(sent.TakeLast(3), s => Assert.True(s.IsAcknowledged, s.Body));
        foreach (var unknown in sent.Where(s => s.IsUncertain).ToList())
        {
            var again = await server.SendAsync(unknown.External);
            Assert.True(again.IsAcknowledged, again.Body);
            sent.Add(again);
        }

        Judge(sent);
        output.WriteLine($"{fault}: {sent.Count(s => s.IsAcknowledged)} acknowledged, {sent.Count(s => s.IsRefused)} refused, {sent.Count(s => s.IsUncertain)} uncertain, slowest answer {sent.Max(s => s.After).TotalMilliseconds:F0} ms, well again after {after.TotalMilliseconds:F0} ms");
    }

    private void Break(DiskFault fault)
    {
        switch (fault)
        {
            case DiskFault.OneFlushFails:
                server.Disk.FailFlushes(Eio, 1);
                break;
            case DiskFault.OneFlushReportsAFailureAndIsDone:
                server.Disk.FailFlushes(Eio, 1, reallyDone: true);
                break;
            case DiskFault.FlushesFail:
                server.Disk.FailFlushes(Eio, -1);
                break;
            case DiskFault.WritesFail:
                server.Disk.FailWrites(Eio);
                break;
            case DiskFault.Full:
                server.Disk.FailWrites(Enospc);
                break;
            case DiskFault.ReadOnly:
                server.Disk.FailOpening(Erofs);
                server.Disk.FailWrites(Erofs);
                break;
            default:
                // Longer than anybody here waits: every answer that comes, comes while the flush still hangs.
                server.Disk.Hang(TimeSpan.FromMinutes(5));
                break;
        }
    }

    /// <summary>What was acknowledged is in the log, once; what was refused is not, and is not known either.</summary>
    private void Judge(List<SentLead> sent)
    {
        Assert.All(sent, s => Assert.True(s.IsAcknowledged || s.IsRefused || s.IsUncertain, $"{s.Status} {s.Body}"));
        var seen = StoreFile.Ask(server.Disk.Store, "SELECT key FROM seen WHERE source = 'web'").ToHashSet(StringComparer.Ordinal);
        var received = StoreFile.Ask(server.Disk.Store, "SELECT s.key FROM log l JOIN seen s ON s.lead = upper(l.lead) WHERE l.act = 'received'");
        foreach (var acknowledged in sent.Where(s => s.IsAcknowledged).Select(s => s.External).Distinct(StringComparer.Ordinal))
        {
            Assert.Equal(1, received.Count(r => r == acknowledged));
        }

        foreach (var refused in sent.Where(s => s.IsRefused))
        {
            Assert.DoesNotContain(refused.External, seen);
        }
    }

    private async Task<SentLead[]> ManyAsync(int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(_ => server.SendAsync()));

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await server.Rep.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
