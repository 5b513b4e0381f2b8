namespace LeadDesk.App.Live;

/// <summary>What has changed on a page that stands still until its person asks; one for each circuit.</summary>
public sealed class Held
{
    /// <summary>How many changes wait to be shown.</summary>
    public int Waiting { get; private set; }

    /// <summary>Draws the number anew; set by whoever shows it.</summary>
    public Action? Redraw { get; set; }

    /// <summary>Shows what waits; set by the page.</summary>
    public Action? Show { get; set; }

    public void Wait(int more)
    {
        Waiting += more;
        Redraw?.Invoke();
    }

    public void Clear()
    {
        if (Waiting > 0)
        {
            Waiting = 0;
            Redraw?.Invoke();
        }
    }
}
