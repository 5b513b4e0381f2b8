namespace LeadDesk.App.RepDesk;

/// <summary>
/// How many leads a day may bring a person by chance alone: one standard deviation of a Poisson count around what was to be expected, which
/// is where about two days in three end.
/// </summary>
public readonly record struct FairBand(int Least, int Most)
{
    public static FairBand Of(double expected)
    {
        var spread = Math.Sqrt(Math.Max(0, expected));
        return new((int)Math.Max(0, Math.Ceiling(expected - spread)), (int)Math.Ceiling(expected + spread));
    }
}
