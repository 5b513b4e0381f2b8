using System.Collections.Immutable;

namespace LeadDesk.App.Fairness;

/// <summary>The open dice as somebody sees them: the days, the draws of the chosen one, and the draw that is checked. Asked = the number looked for, where it is none of a past day's draws.</summary>
public sealed record DiceView(ImmutableArray<DiceDay> Days, DateOnly? Day, IReadOnlyList<DiceDrawLine> Draws, DiceDraw? Draw)
{
    public long? Missing { get; init; }
}
