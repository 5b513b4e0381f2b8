namespace LeadDesk.App.Counter;

/// <summary>The second step that stands open on a card.</summary>
public enum CounterStep
{
    None,
    Pass,
    Reply,
    Visit,
}
