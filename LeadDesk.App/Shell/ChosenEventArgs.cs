namespace LeadDesk.App.Shell;

/// <summary>Everything that is ticked in a list, told whole after each change.</summary>
public sealed class ChosenEventArgs : EventArgs
{
    /// <summary>The ids, with a blank between.</summary>
    public string Ids { get; set; } = "";

    /// <summary>The ids as leads'; what is none is left out.</summary>
    public IEnumerable<Guid> Keys => Ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(i => Guid.TryParse(i, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty);
}
