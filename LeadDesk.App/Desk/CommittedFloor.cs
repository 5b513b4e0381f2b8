using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk;

/// <summary>The floor as it is on disk: what every read sees. Only the desk loop moves it, after a commit.</summary>
public sealed class CommittedFloor
{
    private volatile SalesFloor floor = SalesFloor.Empty;

    public SalesFloor Now
    {
        get => floor;
        internal set => floor = value;
    }
}
