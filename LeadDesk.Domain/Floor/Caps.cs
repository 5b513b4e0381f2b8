namespace LeadDesk.Domain.Floor;

/// <summary>The most leads a person receives in a calendar day, week (from Monday) and month of the floor; null = no cap.</summary>
public sealed record Caps(int? Day, int? Week, int? Month)
{
    public static Caps None { get; } = new(null, null, null);
}
