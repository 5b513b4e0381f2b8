namespace LeadDesk.App.Store;

/// <summary>The bytes that a line's hash is taken of: the hash before, a line feed, and the other columns as JSON with sorted keys and no spaces.</summary>
internal static class ChainedText
{
    private const int Hex = 64;
    private const int KeysAndNumbers = 512;

    /// <summary>Writes into <paramref name="buffer"/>, which grows where needed; <paramref name="seal"/> holds receipt, pii and prev.</summary>
    public static ReadOnlySpan<byte> Write(ref byte[] buffer, LogLine line, ReadOnlySpan<byte> seal)
    {
        var size = KeysAndNumbers + (3 * Hex) + (2 * CodeLength(line));
        if (buffer.Length < size)
        {
            buffer = new byte[size];
        }

        var end = 0;
        var to = buffer.AsSpan();
        Put(to, ref end, seal.Slice(2 * Hex, Hex));
        Put(to, ref end, "\n{\"act\":"u8);
        PutCode(to, ref end, line.Act, nameof(line.Act));
        Put(to, ref end, ",\"actor\":"u8);
        PutCode(to, ref end, line.Actor, nameof(line.Actor));
        Put(to, ref end, ",\"after\":"u8);
        PutCode(to, ref end, line.After, nameof(line.After));
        Put(to, ref end, ",\"at\":"u8);
        PutNumber(to, ref end, line.At);
        Put(to, ref end, ",\"before\":"u8);
        PutCode(to, ref end, line.Before, nameof(line.Before));
        Put(to, ref end, ",\"lane\":"u8);
        PutCode(to, ref end, line.Lane, nameof(line.Lane));
        Put(to, ref end, ",\"lead\":"u8);
        PutCode(to, ref end, line.Lead, nameof(line.Lead));
        Put(to, ref end, ",\"pii\":"u8);
        PutHex(to, ref end, line.Personal is null ? default : seal.Slice(Hex, Hex));
        Put(to, ref end, ",\"reason\":"u8);
        PutCode(to, ref end, line.Reason, nameof(line.Reason));
        Put(to, ref end, ",\"receipt\":"u8);
        PutHex(to, ref end, seal[..Hex]);
        Put(to, ref end, ",\"seq\":"u8);
        PutNumber(to, ref end, line.Seq);
        Put(to, ref end, ",\"version\":"u8);
        PutNumber(to, ref end, line.Version);
        Put(to, ref end, ",\"via\":"u8);
        PutCode(to, ref end, line.Via, nameof(line.Via));
        Put(to, ref end, "}"u8);
        return buffer.AsSpan(0, end);
    }

    private static int CodeLength(LogLine line) =>
        line.Act.Length + Length(line.Actor) + Length(line.After) + Length(line.Before) + Length(line.Lane) + Length(line.Lead) + Length(line.Reason) + Length(line.Via);

    private static int Length(string? code) => code?.Length ?? 0;

    private static void Put(Span<byte> to, ref int end, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(to[end..]);
        end += bytes.Length;
    }

    private static void PutHex(Span<byte> to, ref int end, ReadOnlySpan<byte> hex)
    {
        if (hex.IsEmpty)
        {
            Put(to, ref end, "null"u8);
            return;
        }

        to[end++] = (byte)'"';
        Put(to, ref end, hex);
        to[end++] = (byte)'"';
    }

    private static void PutNumber(Span<byte> to, ref int end, long? number)
    {
        if (number is not { } value)
        {
            Put(to, ref end, "null"u8);
            return;
        }

        value.TryFormat(to[end..], out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
        end += written;
    }

    private static void PutCode(Span<byte> to, ref int end, string? code, string column)
    {
        if (code is null)
        {
            Put(to, ref end, "null"u8);
            return;
        }

        to[end++] = (byte)'"';
        foreach (var c in code)
        {
            if (c is < ' ' or > '~')
            {
                throw new ArgumentException($"The log's column {column} takes printable ASCII only; text typed by people goes beside the log.", nameof(code));
            }

            if (c is '"' or '\\')
            {
                to[end++] = (byte)'\\';
            }

            to[end++] = (byte)c;
        }

        to[end++] = (byte)'"';
    }
}
