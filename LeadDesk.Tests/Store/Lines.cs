using System.Text;
using LeadDesk.App.Store;

namespace LeadDesk.Tests.Store;

/// <summary>Makes log lines.</summary>
public static class Lines
{
    public static Guid Lead(long number) => new((int)number, 0xabc, 0xdef, 1, 2, 3, 4, 5, 6, 7, 8);

    public static LogLine Line(long seq, string act = "note", string? text = null, Guid? lead = null) => new(
        seq, 1_700_000_000_000 + seq, "r1", "api", act, lead?.ToString(), null, null, null, null, null,
        Encoding.ASCII.GetBytes($"{{\"n\":{seq}}}"),
        text is null ? null : new Personal(lead ?? Lead(seq), "contact", Salt(seq), text));

    /// <summary>A line that moves a lead from one owner to the next.</summary>
    public static LogLine Move(long seq, Guid lead, string? before, string? after, long version) => new(
        seq, 1_700_000_000_000 + seq, "r\"1\\", "api", "claim", lead.ToString(), before, after, version, "x'y", "rings@7", [1, 2, (byte)seq], null);

    public static Batch Batch(params LogLine[] lines) => new(lines, [], []);

    public static Batch Batch(long from, int count) => Batch([.. Enumerable.Range(0, count).Select(i => Line(from + i))]);

    public static byte[] Salt(long seq) => [.. Enumerable.Range(0, 16).Select(i => (byte)(seq * 31 + i))];
}
