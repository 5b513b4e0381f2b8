namespace LeadDesk.Domain.Floor;

/// <summary>A person's day in the floor's calendar. Expected is in billionths of a lead: each lead given out adds 1/(people eligible).</summary>
public sealed record DayCount(DateOnly Day, int Offered, int Taken, long Expected, int Passed)
{
    public const long Lead = 1_000_000_000;

    public static DayCount On(DateOnly day) => new(day, 0, 0, 0, 0);
}
