namespace LeadDesk.App.Fairness;

/// <summary>
/// One person's throw. Number is the person's number on this floor, Message the 16 bytes that were signed (entry ‖ number, hexadecimal), Mac
/// the HMAC-SHA256 over them, Value its first eight bytes as a number. Weight counts where a lot is weighted, Balance (ledger units) where a
/// tie was broken. InDraw: the dice had a say between this person and others.
/// </summary>
public sealed record DiceThrow(Guid Person, int Number, string? Name, bool IsReader, int Rank, long Balance, string Message, string Mac, ulong Value, bool InDraw)
{
    /// <summary>The weight at that time in millionths, null where it does not count or is not known any more.</summary>
    public long? Weight { get; init; }
}
