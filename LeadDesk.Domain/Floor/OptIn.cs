namespace LeadDesk.Domain.Floor;

/// <summary>Whether a person wants leads of a lane, and how many a day at most; null = as many as come.</summary>
public sealed record OptIn(bool On, int? PerDay)
{
    public static OptIn Everything { get; } = new(true, null);
}
