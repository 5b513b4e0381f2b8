namespace LeadDesk.App.RepDesk;

/// <summary>The second step that stands open in a lead's panel.</summary>
public enum LeadStep
{
    None,
    CallBack,
    Later,
    Won,
    Lost,
    Else,
    GiveBack,
    HandOver,
    NotNow,
    Stop,
    Reply,
}
