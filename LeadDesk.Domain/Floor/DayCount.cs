namespace LeadDesk.Domain.Floor;

/// <summary>A person's day in the floor's calendar.</summary>
public sealed record DayCount(DateOnly Day, int Offered, int Taken, int Passed)
{
    public static DayCount On(DateOnly day) => new(day, 0, 0, 0);
}
