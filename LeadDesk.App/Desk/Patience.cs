namespace LeadDesk.App.Desk;

/// <summary>How long whoever asks for something waits for the disk before they are told that it does not answer.</summary>
public sealed record Patience(TimeSpan Time)
{
    /// <summary>With the way through the network, an answer within a second.</summary>
    public static readonly Patience Usual = new(TimeSpan.FromMilliseconds(850));
}
