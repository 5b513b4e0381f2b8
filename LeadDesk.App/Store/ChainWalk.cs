using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadDesk.App.Store.Sqlite;

namespace LeadDesk.App.Store;

/// <summary>
/// Walks through the whole log and makes every seal anew: numbers without a gap, each hash on top of the one before, each event's bytes, each owner
/// before as the last owner after, each personal text that still stands, and the heads that were written down beside the store.
/// </summary>
public sealed class ChainWalk
{
    private const int Busy = 2000;
    private const int Page = 2000;
    private const int Hex = 64;

    private readonly Dictionary<string, string?> owners = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, string> anchors;
    private readonly byte[] seal = new byte[4 * Hex];
    private byte[] text = new byte[4096];
    private LogHead head = LogHead.Empty;
    private long rows;

    private ChainWalk(SortedDictionary<long, string> anchors) => this.anchors = anchors;

    /// <summary>
    /// Read in pages, so that no reader holds up a checkpoint; <paramref name="known"/> is a head that somebody holds besides those in the file,
    /// <paramref name="progress"/> is told after each page how many events have been walked.
    /// </summary>
    public static ChainState Run(StoreAddress address, LogHead? known = null, Action<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var (heads, disagreeing) = ReadAnchors(address, known);
        var walk = new ChainWalk(heads);
        var first = disagreeing ?? walk.Walk(address, progress, cancel);
        return new(walk.rows, walk.head, heads.Count, first);
    }

    private static (SortedDictionary<long, string> Heads, ChainBreak? Disagreeing) ReadAnchors(StoreAddress address, LogHead? known)
    {
        var heads = new SortedDictionary<long, string>();
        if (known is { Seq: > 0 })
        {
            heads[known.Seq] = known.Hash;
        }

        foreach (var line in File.Exists(address.HeadsFile) ? ReadLines(address.HeadsFile) : [])
        {
            // A line that a power cut tore is no head.
            if (line.Split(' ') is not [_, var number, { Length: Hex } hash] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) || seq == 0)
            {
                continue;
            }

            if (!heads.TryAdd(seq, hash) && heads[seq] != hash)
            {
                return (heads, new(seq, "anchor", $"Event {seq}: two heads were written down for this number, so the log was cut and written anew."));
            }
        }

        return (heads, null);
    }

    private static List<string> ReadLines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.ASCII);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private ChainBreak? Walk(StoreAddress address, Action<long>? progress, CancellationToken cancel)
    {
        using var connection = SqliteSetup.Open(address, Busy, pooling: false);
        using var read = new Statement(connection, """
            SELECT l.seq, l.at, l.version, l.act, l.actor, l.via, l.lead, l.before, l.after, l.reason, l.lane, l.receipt, l.pii, l.prev, l.hash, l.body, p.salt, p.text, p.seq
            FROM log l LEFT JOIN personal p ON p.seq = l.seq WHERE l.seq > ?1 ORDER BY l.seq LIMIT ?2
            """);
        var after = long.MinValue;
        for (var more = true; more;)
        {
            cancel.ThrowIfCancellationRequested();
            more = false;
            read.Bind(1, after).Bind(2, Page);
            while (read.Next())
            {
                (after, more) = (read.Number(0), true);
                if (Check(read) is { } broken)
                {
                    read.Reset();
                    return broken;
                }
            }

            progress?.Invoke(rows);
        }

        return anchors.Keys.LastOrDefault() is var last && last > head.Seq
            ? new(head.Seq + 1, "cut", $"Event {last} was written down as the newest, but the log ends with {head.Seq}: its end was cut off.")
            : null;
    }

    private ChainBreak? Check(Statement row)
    {
        var seq = row.Number(0);
        if (seq != head.Seq + 1)
        {
            return new(Math.Min(seq, head.Seq + 1), "missing", $"Event {seq} follows event {head.Seq}: events are missing or in another order.");
        }

        if (Read(row, seq) is not { } line)
        {
            return Changed(seq);
        }

        if (row.Text(13) != head.Hash)
        {
            return new(seq, "prev", $"Event {seq} does not stand on the event before it.");
        }

        Encoding.ASCII.GetBytes(head.Hash, seal.AsSpan(2 * Hex, Hex));
        if (!HashIs(row.Text(11), line.Body) || !HashIs(row.Text(14), ChainedText.Write(ref text, line, seal)))
        {
            return Changed(seq);
        }

        if (line.Lead is { } lead)
        {
            if (owners.GetValueOrDefault(lead) != line.Before)
            {
                return new(seq, "owner", $"Event {seq} names an owner before it who was not the owner.");
            }

            owners[lead] = line.After;
        }

        if (!row.IsNull(18) && (row.IsNull(12) || !HashIs(row.Text(12), [.. row.Bytes(16), .. row.Bytes(17)])))
        {
            return new(seq, "personal", $"The personal text beside event {seq} is not the one that was written.");
        }

        head = new(seq, row.Text(14));
        rows++;
        return anchors.TryGetValue(seq, out var anchor) && anchor != head.Hash
            ? new(seq, "anchor", $"Event {seq} is not the one whose hash was written down: the log was written anew.")
            : null;
    }

    /// <summary>The columns as a line; null where one is not of its kind, which no writer of the desk makes.</summary>
    private LogLine? Read(Statement row, long seq)
    {
        for (var column = 3; column < 15; column++)
        {
            var may = column is >= 4 and <= 10 or 12;
            if (!(row.IsText(column) || (may && row.IsNull(column))) || (column <= 10 && !row.IsNull(column) && row.Text(column).AsSpan().ContainsAnyExceptInRange(' ', '~')))
            {
                return null;
            }
        }

        if (!row.IsNumber(1) || !(row.IsNumber(2) || row.IsNull(2)) || !Sealed(row, 11, 0) || !(row.IsNull(12) || Sealed(row, 12, Hex)))
        {
            return null;
        }

        return new(
            seq, row.Number(1), row.TextOrNull(4), row.TextOrNull(5), row.Text(3), row.TextOrNull(6), row.TextOrNull(7), row.TextOrNull(8), row.IsNull(2) ? null : row.Number(2),
            row.TextOrNull(9), row.TextOrNull(10), row.Bytes(15), row.IsNull(12) ? null : new Personal(Guid.Empty, "", [], ""));
    }

    private bool Sealed(Statement row, int column, int at)
    {
        var hex = row.Text(column);
        return hex.Length == Hex && hex.All(char.IsAsciiHexDigit) && Encoding.ASCII.GetBytes(hex, seal.AsSpan(at, Hex)) == Hex;
    }

    private static bool HashIs(string hex, ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes)) == hex;

    private static ChainBreak Changed(long seq) => new(seq, "content", $"Event {seq} was changed after it was written.");
}
