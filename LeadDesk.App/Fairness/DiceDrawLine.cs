namespace LeadDesk.App.Fairness;

/// <summary>A draw in the list of its day: among how many, and who came first where the reader may know.</summary>
public sealed record DiceDrawLine(long Entry, DateTimeOffset At, string LaneName, bool IsLot, int Among, string? FirstName, bool FirstIsReader);
