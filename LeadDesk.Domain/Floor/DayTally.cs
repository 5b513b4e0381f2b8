namespace LeadDesk.Domain.Floor;

/// <summary>A rep's day in numbers. Expected = the sum of 1/(people eligible) over the leads given out while this rep was eligible.</summary>
public sealed record DayTally(int Offered, int Taken, double Expected, int Passed);
