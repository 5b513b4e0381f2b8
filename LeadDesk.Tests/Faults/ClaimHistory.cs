using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LeadDesk.Tests.Faults;

/// <summary>What clients asked and were told, on one clock, in the format of the outside checker of claims.</summary>
internal sealed class ClaimHistory
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<string> lines = [];

    public void Add(string type, int process, string verb, string? lead, string rep, JsonObject? more = null)
    {
        var line = more ?? [];
        line["type"] = type;
        line["process"] = process;
        line["f"] = verb;
        line["rep"] = rep;
        if (lead is not null)
        {
            line["lead"] = lead;
        }

        lock (lines)
        {
            line["t"] = clock.Elapsed.TotalSeconds;
            lines.Add(line.ToJsonString());
        }
    }

    public Task SaveAsync(string file) => File.WriteAllLinesAsync(file, lines);
}
