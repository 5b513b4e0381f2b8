namespace LeadDesk.Domain.Floor;

/// <summary>Days off, the first and the last included, as the floor's calendar counts days.</summary>
public sealed record Leave(DateOnly From, DateOnly Until)
{
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}
