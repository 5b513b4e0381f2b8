namespace LeadDesk.App.Store;

/// <summary>One event to append: its number, UTC milliseconds, codes of printable ASCII, the event's bytes, and the personal text that goes beside the log.</summary>
public sealed record LogLine(
    long Seq,
    long At,
    string? Actor,
    string? Via,
    string Act,
    string? Lead,
    string? Before,
    string? After,
    long? Version,
    string? Reason,
    string? Lane,
    byte[] Body,
    Personal? Personal)
{
    /// <summary>The codes must be printable ASCII; throws for the line alone, before it is in a batch with others.</summary>
    public LogLine Checked()
    {
        foreach (var code in new[] { Actor, Via, Act, Lead, Before, After, Reason, Lane })
        {
            if (code is not null && code.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                throw new InvalidDataException($"The code \"{code}\" of event {Seq} is not printable ASCII.");
            }
        }

        return this;
    }
}
