namespace LeadDesk.Domain.Floor;

/// <summary>A count that belongs to one day, week or month and starts anew with the next.</summary>
public readonly record struct Count(DateOnly Of, int Number)
{
    public int On(DateOnly of) => Of == of ? Number : 0;

    public Count Add(DateOnly of, int number) => new(of, On(of) + number);

    /// <summary>One that was counted then is taken back; what belongs to another day, week or month by now is left alone.</summary>
    public Count TakeBack(DateOnly of) => Of == of ? new(of, Number - 1) : this;

    /// <summary>What was taken back counts again.</summary>
    public Count CountAgain(DateOnly of) => Of == of ? new(of, Number + 1) : this;
}
