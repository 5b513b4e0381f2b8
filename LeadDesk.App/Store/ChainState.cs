namespace LeadDesk.App.Store;

/// <summary>What a walk through the log found: how many events, the newest one, how many written-down heads were compared, and where it first breaks.</summary>
public sealed record ChainState(long Rows, LogHead Head, int Anchors, ChainBreak? First)
{
    public bool Ok => First is null;
}
