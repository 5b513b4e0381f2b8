namespace LeadDesk.Domain.Floor;

/// <summary>Whether a person wants leads of a lane, how many a day at most (null = as many as come), and when not (null = at any hour).</summary>
public sealed record OptIn(bool On, int? PerDay, QuietHours? Quiet = null)
{
    public static OptIn Everything { get; } = new(true, null);
}
