namespace LeadDesk.App.Store;

/// <summary>The newest event's number and hash; 0 and 64 zeros while the log is empty.</summary>
public sealed record LogHead(long Seq, string Hash)
{
    public static LogHead Empty { get; } = new(0, new string('0', 64));
}
