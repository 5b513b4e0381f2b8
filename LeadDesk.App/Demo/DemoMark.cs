using LeadDesk.App.Store;

namespace LeadDesk.App.Demo;

/// <summary>
/// Whether what is shown is made up. A store says it by its first event, so that a demo's store is known again without --demo, and a real
/// one is never opened as a demo, where anybody may sign in as anybody.
/// </summary>
public sealed class DemoMark(StartOptions options, EventLog log)
{
    /// <summary>By which way a demo's first event came.</summary>
    public const string Via = "demo";

    private bool? bears;

    public bool IsDemo => options.Demo || StoreBearsIt;

    private bool StoreBearsIt => bears ??= log.ReadFrom(0, 1).FirstOrDefault()?.Via == Via;

    /// <summary>Why this store cannot be opened in this way, in one line; null = it can. Asked once the log can be read.</summary>
    public string? Trouble()
    {
        if (log.HeadSeq == 0)
        {
            return null;
        }

        return options.Demo && !StoreBearsIt ? $"--demo: {options.Store.File} holds a real floor; start without --demo, or give a demo a store of its own."
            : StoreBearsIt && options.FloorFile is not null ? $"--floor: {options.Store.File} holds a demo; give a floor file a store of its own."
            : null;
    }
}
