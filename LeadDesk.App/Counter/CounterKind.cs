namespace LeadDesk.App.Counter;

/// <summary>What can stand on the one card, in the order in which it asks for a hand.</summary>
public enum CounterKind
{
    Offer,
    Alert,

    /// <summary>One of one's own that is late, due or untried.</summary>
    Asks,
    Board,

    /// <summary>A blind pool: seen once it is taken.</summary>
    Next,

    /// <summary>One of one's own that can wait.</summary>
    Mine,
}
