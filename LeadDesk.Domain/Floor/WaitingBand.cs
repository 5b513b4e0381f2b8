namespace LeadDesk.Domain.Floor;

/// <summary>How much waits in a pull lane, as a band (0, 1-2, 3-5, 6+), and whether this rep may take the next one; Code and Detail say why not.</summary>
public sealed record WaitingBand(string Lane, string Name, string Band, bool Ok, string? Code, string? Detail);
