namespace LeadDesk.App.RepDesk;

/// <summary>What becomes of a person's open leads when they go home.</summary>
public enum GoHomeWay
{
    Keep,
    GiveBack,
    HandOver,
}
