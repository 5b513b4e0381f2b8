namespace LeadDesk.Domain.Ledger;

/// <summary>A person's account in one lane, in units of <see cref="Share.One"/>. LastReceived is an entry number, 0 = never.</summary>
public sealed record Account(Int128 Due, Int128 Received, long LastReceived)
{
    public static Account New { get; } = new(0, 0, 0);

    /// <summary>What the lane owes this person (above 0) or the person had beyond their share (below 0).</summary>
    public Int128 Balance => Due - Received;
}
