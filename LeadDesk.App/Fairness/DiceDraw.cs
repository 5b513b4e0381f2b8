using System.Collections.Immutable;

namespace LeadDesk.App.Fairness;

/// <summary>A past decision in which the dice had a say, as anybody may check it. Holds = the throws made anew give the order that was decided.</summary>
public sealed record DiceDraw(long Entry, DateTimeOffset At, DiceDay Day, string Lane, string LaneName, int LaneVersion, string Method, bool IsLot, bool IsWeighted, ImmutableArray<DiceThrow> Throws, bool Holds);
