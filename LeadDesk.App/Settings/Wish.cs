namespace LeadDesk.App.Settings;

/// <summary>How one person likes to work: the zone of their clocks (null = their shop's), and whether lists stand still until they ask.</summary>
public sealed record Wish(string? Zone, bool Hold)
{
    public static Wish None { get; } = new(null, Hold: false);
}
