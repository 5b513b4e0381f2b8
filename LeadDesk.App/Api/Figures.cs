using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using LeadDesk.App.Desk;
using LeadDesk.App.Live;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>What the desk can say of itself in numbers, in the Prometheus text format 0.0.4. Numbers only: no lead, no name, no address.</summary>
public sealed class Figures : IDisposable
{
    private const string Own = "LeadDesk";
    private readonly CommittedFloor floor;
    private readonly DeskLoop desk;
    private readonly Clerk clerk;
    private readonly DeskClock clock;
    private readonly Projector projector;
    private readonly LiveConnections live;
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), long> counted = new();

    public Figures(CommittedFloor floor, DeskLoop desk, Clerk clerk, DeskClock clock, Projector projector, LiveConnections live)
    {
        (this.floor, this.desk, this.clerk, this.clock, this.projector, this.live) = (floor, desk, clerk, clock, projector, live);
        listener.InstrumentPublished = static (instrument, mine) =>
        {
            if (instrument.Meter.Name.StartsWith(Own, StringComparison.Ordinal))
            {
                mine.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, more, tags, _) => counted.AddOrUpdate((NameOf(instrument), LabelsOf(tags)), more, (_, sum) => sum + more));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    public string Read()
    {
        var now = floor.Now;
        var text = new StringBuilder();
        Write(text, "leaddesk_log_events", "counter", "Events in the log.", ("", now.Seq));
        Write(text, "leaddesk_rows_behind_events", "gauge", "Events that the rows behind the log have not followed yet.", ("", Math.Max(0, now.Seq - projector.Projected)));
        var counts = now.Counts;
        Write(text, "leaddesk_leads", "gauge", "Open leads by where they are; late, about to miss and held are parts of the others.",
            ("state=\"waiting\"", counts.Waiting), ("state=\"offered\"", counts.Offered), ("state=\"owned\"", counts.Owned), ("state=\"late\"", counts.Late), ("state=\"about_to_miss\"", counts.AboutToMiss), ("state=\"held\"", counts.Held));
        Write(text, "leaddesk_people", "gauge", "People who take leads, by presence.",
            [.. Enum.GetValues<Presence>().Select(p => ($"presence=\"{WireName.Of(p)}\"", (double)now.People.Count(r => r.Presence == p && r.Terms is { Active: true, HoldsLeads: true })))]);
        Write(text, "leaddesk_live_connections", "gauge", "Open pages and hub connections.", ("", live.Count));
        Write(text, "leaddesk_writes", "gauge", "1 when the store takes writes, 0 when the last one failed.", ("", desk.Trouble is null ? 1 : 0));
        Write(text, "leaddesk_tick_age_seconds", "gauge", "Since the clocks of the leads were last looked at.", ("", clerk.SinceTick.TotalSeconds));
        Write(text, "leaddesk_clock_drift_seconds", "gauge", "How far the machine's clock is from the desk's.", ("", clock.Drift.TotalSeconds));
        foreach (var counter in counted.GroupBy(c => c.Key.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Write(text, counter.Key, "counter", "Counted since the start.", [.. counter.OrderBy(c => c.Key.Labels, StringComparer.Ordinal).Select(c => (c.Key.Labels, (double)c.Value))]);
        }

        using var process = Process.GetCurrentProcess();
        Write(text, "process_cpu_seconds_total", "counter", "Processor time of this process.", ("", process.TotalProcessorTime.TotalSeconds));
        Write(text, "process_resident_memory_bytes", "gauge", "Memory of this process.", ("", process.WorkingSet64));
        Write(text, "dotnet_gc_heap_bytes", "gauge", "Managed heap in use.", ("", GC.GetTotalMemory(forceFullCollection: false)));
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, string type, string help, params ReadOnlySpan<(string Labels, double Value)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, value) in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value}\n");
        }
    }

    private static string NameOf(Instrument instrument) => instrument.Name.Replace('.', '_') + "_total";

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var tag in tags)
        {
            labels.Add($"{tag.Key}=\"{tag.Value}\"");
        }

        return string.Join(',', labels);
    }
}
