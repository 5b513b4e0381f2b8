namespace LeadDesk.Domain.Fairness;

/// <summary>
/// What people chose in a lane where they choose, by source: leads taken and leads left behind, how many of each had a value, and those
/// values together in the floor's currency.
/// </summary>
public readonly record struct WatchLane(string Lane, string Source, int Taken, int TakenValued, decimal TakenValue, int Left, int LeftValued, decimal LeftValue)
{
    /// <summary>The mean value of what was taken; null = none of it had one.</summary>
    public decimal? TakenMean => TakenValued == 0 ? null : TakenValue / TakenValued;

    /// <summary>The mean value of what was left behind; null = none of it had one.</summary>
    public decimal? LeftMean => LeftValued == 0 ? null : LeftValue / LeftValued;

    /// <summary>With one more lead that was taken, or left behind.</summary>
    public WatchLane Count(bool taken, decimal? value) => taken
        ? this with { Taken = Taken + 1, TakenValued = TakenValued + (value is null ? 0 : 1), TakenValue = TakenValue + (value ?? 0) }
        : this with { Left = Left + 1, LeftValued = LeftValued + (value is null ? 0 : 1), LeftValue = LeftValue + (value ?? 0) };

    /// <summary>Both together, under the name of this one.</summary>
    public WatchLane Plus(WatchLane other) => this with
    {
        Taken = Taken + other.Taken,
        TakenValued = TakenValued + other.TakenValued,
        TakenValue = TakenValue + other.TakenValue,
        Left = Left + other.Left,
        LeftValued = LeftValued + other.LeftValued,
        LeftValue = LeftValue + other.LeftValue,
    };
}
