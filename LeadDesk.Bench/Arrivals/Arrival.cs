namespace LeadDesk.Bench.Arrivals;

/// <summary>One call of the record: its number, when it came after the day's first one, and for how long somebody would serve it.</summary>
internal sealed record Arrival(int Number, TimeSpan After, TimeSpan Service);
