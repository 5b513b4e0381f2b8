namespace LeadDesk.App.Fairness;

/// <summary>
/// One line of an account: an entry as it was booked, or its striking (Struck), which takes back exactly what the entry had moved. Share and
/// Received are ledger units with their sign as they are added; Balance is what the account comes to with this line.
/// </summary>
public sealed record AccountLine(long Seq, DateTimeOffset At, long Entry, bool Struck, string Kind, Int128 Share, Int128 Received, Int128 Balance)
{
    public int LaneVersion { get; init; }

    /// <summary>The number of whoever received it.</summary>
    public required int Receiver { get; init; }

    /// <summary>The person of the account received the lead.</summary>
    public bool IsReceiver => Received != 0;

    /// <summary>Who received it, where the reader may know.</summary>
    public string? ReceiverName { get; init; }

    /// <summary>The number of the event that struck this entry, where one has.</summary>
    public long? StruckBy { get; init; }

    public Guid? Lead { get; init; }

    /// <summary>How the lead is called, where the reader sees it.</summary>
    public string? LeadName { get; init; }

    public Int128 Change => Share - Received;
}
