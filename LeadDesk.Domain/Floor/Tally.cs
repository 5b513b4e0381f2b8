namespace LeadDesk.Domain.Floor;

/// <summary>What a person has taken in a lane, and what would have been even: the sum of 1/(people eligible) over what was given out, in billionths of a lead.</summary>
public readonly record struct Tally(int Taken, long Expected);
