namespace LeadDesk.App.Fairness;

/// <summary>
/// The dice of one day of the floor's time zone. Seq is the event with which they came, and all draws after it up to the next day's use
/// them. Hash = SHA-256 of the secret's 32 bytes, published from the first moment; Commitment = SHA-256 of salt and the secret's text, as it
/// is sealed into the log. Secret (64 hexadecimal digits) and Salt are null until the next day's dice have come.
/// </summary>
public sealed record DiceDay(DateOnly Day, long Seq, DateTimeOffset At, string? Hash, string? Commitment, string? Secret, string? Salt)
{
    public bool IsOpen => Secret is not null;
}
