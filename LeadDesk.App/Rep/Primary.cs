namespace LeadDesk.App.RepDesk;

/// <summary>The one thing to do next; only its button is filled.</summary>
public enum Primary
{
    None,
    Accept,
    TakeAlert,
    Call,
    TakeNext,
}
