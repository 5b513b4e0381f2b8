using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Live;

/// <summary>
/// Tells everybody who looks at the desk that something they may see has changed. It carries no leads: each viewer's picture is made from
/// the committed floor with that viewer's eyes, so that nothing hidden ever leaves through here.
/// </summary>
public sealed class LiveBoard
{
    private ImmutableList<BoardSubscription> viewers = [];

    public LiveBoard(DeskLoop loop)
    {
        ArgumentNullException.ThrowIfNull(loop);
        loop.Listen(Tell);
    }

    public int Viewers => viewers.Count;

    /// <summary>Watches with a person's eyes. Register first, then read the floor: what is committed between the two is told as well.</summary>
    public BoardSubscription Watch(RepId viewer, bool wholeFloor)
    {
        var subscription = new BoardSubscription(viewer, wholeFloor, s => ImmutableInterlocked.Update(ref viewers, v => v.Remove(s)));
        ImmutableInterlocked.Update(ref viewers, v => v.Add(subscription));
        return subscription;
    }

    /// <summary>Lets some viewers look again although nothing was committed: who has a lead open is not in the log.</summary>
    public void Wake(Predicate<BoardSubscription> which)
    {
        ArgumentNullException.ThrowIfNull(which);
        foreach (var viewer in viewers)
        {
            if (which(viewer))
            {
                viewer.Wake();
            }
        }
    }

    private void Tell(Committed change)
    {
        var now = viewers;
        if (now.IsEmpty)
        {
            return;
        }

        var touched = Touched.By(change);
        foreach (var viewer in now)
        {
            if (viewer.WholeFloor ? touched.Anything : touched.Reaches(viewer.Viewer))
            {
                viewer.Tell(change);
            }
        }
    }
}
