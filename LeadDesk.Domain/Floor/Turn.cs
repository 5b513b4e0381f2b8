namespace LeadDesk.Domain.Floor;

/// <summary>
/// A person's turns in one lane, by the log's numbers: when the desk offered or gave them a lead last, and when before that, so that
/// striking can put it back. Owed = they missed a turn that is kept for them.
/// </summary>
public readonly record struct Turn(long Dealt, long Before, bool Owed)
{
    /// <summary>The desk dealt to them. A kept turn is used up and leaves the round where it was.</summary>
    public Turn Deal(long number, bool kept) => kept ? this with { Owed = false } : new(number, Dealt, Owed);

    /// <summary>That turn was not given back after all.</summary>
    public Turn Restore(long number) => number > Dealt ? new(number, Dealt, Owed) : this;

    /// <summary>That turn was given back or passed.</summary>
    public Turn Strike(long number) => Dealt == number ? new(Before, Before, Owed) : this;
}
