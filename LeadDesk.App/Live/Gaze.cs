using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Live;

/// <summary>The eyes of one page: what it has open, while it has a line to its browser. A page without a line looks at nothing.</summary>
public sealed class Gaze(Gazes all, RepId rep) : IDisposable
{
    private readonly Lock turn = new();
    private Looker? wanted;
    private bool cut;
    private bool gone;

    /// <summary>What counts: null when nothing is open, or nobody sees it.</summary>
    internal Looker? Seen { get; private set; }

    /// <summary>The page shows this lead now; null = none.</summary>
    public void At(LeadId? lead, bool writing = false) => Set(() => wanted = lead is { } id ? new(rep, id, writing) : null);

    /// <summary>The line to the browser came or went.</summary>
    public void Line(bool up) => Set(() => cut = !up);

    public void Dispose() => Set(() => gone = true);

    private void Set(Action change)
    {
        Looker? before, after;
        lock (turn)
        {
            before = Seen;
            change();
            Seen = after = cut || gone ? null : wanted;
        }

        if (before != after)
        {
            all.Moved(this, before, after);
        }
    }
}
