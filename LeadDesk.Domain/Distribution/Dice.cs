using System.Buffers.Binary;
using System.Security.Cryptography;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>
/// Open dice: HMAC-SHA256(the day's secret, entry number ‖ person's number), both as big-endian 64-bit numbers; the smaller first eight
/// bytes win. The secret's hash is published in the morning and the secret the next day, so that anyone can verify a pick.
/// </summary>
public static class Dice
{
    public static ulong Throw(ReadOnlySpan<byte> secret, long entry, RepId rep)
    {
        Span<byte> text = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(text, entry);
        BinaryPrimitives.WriteInt64BigEndian(text[8..], rep.Number);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, text, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>A throw as a number above 0 and up to 1, each equally likely.</summary>
    public static double Chance(ulong thrown) => ((thrown >> 11) + 1) / (double)(1UL << 53);
}
