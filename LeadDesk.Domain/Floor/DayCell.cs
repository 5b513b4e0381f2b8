namespace LeadDesk.Domain.Floor;

/// <summary>A person's day with one source: leads received, how many of them fairly (offered, given or pulled blind, not picked), what was won, how much of it from fair leads, and its value in hundredths.</summary>
public readonly record struct DayCell(int Leads, int Fair, int Wins, int FairWins, long Hundredths)
{
    public DayCell Add(DayCell other) => new(Leads + other.Leads, Fair + other.Fair, Wins + other.Wins, FairWins + other.FairWins, Hundredths + other.Hundredths);

    /// <summary>The same, taken back.</summary>
    public DayCell TakenBack() => new(-Leads, -Fair, -Wins, -FairWins, -Hundredths);
}
