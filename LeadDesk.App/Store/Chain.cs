using System.Security.Cryptography;
using System.Text;

namespace LeadDesk.App.Store;

/// <summary>Seals lines into the hash chain: receipt, commitment to the personal text, hash before and own hash, each as 64 hex digits. Buffers are reused; one thread at a time.</summary>
public sealed class Chain
{
    private const int Hex = 64;
    private const int SealSize = 4 * Hex;

    private readonly byte[] digest = new byte[SHA256.HashSizeInBytes];
    private byte[] seals = new byte[256 * SealSize];
    private byte[] text = new byte[4096];

    public ReadOnlySpan<byte> Receipt(int line) => seals.AsSpan(line * SealSize, Hex);

    /// <summary>Means nothing for a line without personal text.</summary>
    public ReadOnlySpan<byte> Pii(int line) => seals.AsSpan((line * SealSize) + Hex, Hex);

    public ReadOnlySpan<byte> Prev(int line) => seals.AsSpan((line * SealSize) + (2 * Hex), Hex);

    public ReadOnlySpan<byte> Hash(int line) => seals.AsSpan((line * SealSize) + (3 * Hex), Hex);

    /// <summary>Seals all lines, the first on top of <paramref name="head"/>.</summary>
    public void Seal(IReadOnlyList<LogLine> lines, LogHead head)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(head);
        if (seals.Length < lines.Count * SealSize)
        {
            seals = new byte[lines.Count * SealSize];
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Seq != head.Seq + 1 + i)
            {
                throw new ArgumentException($"Event {line.Seq} does not follow event {head.Seq + i}.", nameof(lines));
            }

            var seal = seals.AsSpan(i * SealSize, SealSize);
            if (i == 0)
            {
                Encoding.ASCII.GetBytes(head.Hash, seal[(2 * Hex)..]);
            }
            else
            {
                Hash(i - 1).CopyTo(seal[(2 * Hex)..]);
            }

            Seal(line, seal);
        }
    }

    private void Seal(LogLine line, Span<byte> seal)
    {
        SHA256.HashData(line.Body, digest);
        WriteHex(seal[..Hex]);
        if (line.Personal is { } personal)
        {
            Commit(personal);
            WriteHex(seal.Slice(Hex, Hex));
        }

        var chained = ChainedText.Write(ref text, line, seal);
        SHA256.HashData(chained, digest);
        WriteHex(seal[(3 * Hex)..]);
    }

    private void Commit(Personal personal)
    {
        if (personal.Salt.Length < 16)
        {
            throw new ArgumentException("A salt has at least 16 bytes.", nameof(personal));
        }

        var size = personal.Salt.Length + Encoding.UTF8.GetMaxByteCount(personal.Text.Length);
        if (text.Length < size)
        {
            text = new byte[size];
        }

        personal.Salt.CopyTo(text, 0);
        var written = Encoding.UTF8.GetBytes(personal.Text, text.AsSpan(personal.Salt.Length));
        SHA256.HashData(text.AsSpan(0, personal.Salt.Length + written), digest);
    }

    private void WriteHex(Span<byte> to)
    {
        if (!Convert.TryToHexStringLower(digest, to, out _))
        {
            throw new InvalidOperationException("A digest is 64 hex digits.");
        }
    }
}
