namespace LeadDesk.App.Counter;

/// <summary>One card at the counter: a lead, or the lane of a blind pool.</summary>
public sealed record CounterItem(CounterKind Kind, Guid Lead, string? Lane = null)
{
    /// <summary>The same card, whatever has become of the lead meanwhile.</summary>
    public bool Is(CounterItem? other) => other is not null && Lead == other.Lead && Lane == other.Lane;
}
