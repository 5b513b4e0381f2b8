namespace LeadDesk.App.Account;

/// <summary>What a PIN that somebody chooses for themselves has to be.</summary>
public static class PinRule
{
    public const int Shortest = 4;
    public const int Longest = 6;

    /// <summary>Null for a PIN that may be, else the name of the text that says why not.</summary>
    public static string? WhyNot(string pin)
    {
        ArgumentNullException.ThrowIfNull(pin);
        return pin.Length is < Shortest or > Longest || pin.Any(c => !char.IsAsciiDigit(c)) ? "PinShape"
            : IsRun(pin, 0) || IsRun(pin, 1) || IsRun(pin, -1) ? "PinEasy"
            : null;
    }

    private static bool IsRun(string pin, int step) => pin.Zip(pin.Skip(1)).All(p => p.Second - p.First == step);
}
