namespace LeadDesk.Domain.Floor;

/// <summary>How much waits in a pull lane, as a band (0, 1-2, 3-5, 6+), and whether this rep may take the next one; Code and Detail say why not.</summary>
public sealed record WaitingBand(string Lane, string Name, string Band, bool Ok, string? Code, string? Detail)
{
    private static readonly string[] Names = ["0", "1-2", "3-5", "6+"];

    /// <summary>The band of a count, from 0 to 3.</summary>
    public static int Of(int count) => count switch { 0 => 0, <= 2 => 1, <= 5 => 2, _ => 3 };

    public static string NameOf(int count) => Names[Of(count)];
}
