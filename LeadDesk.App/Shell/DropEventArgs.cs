namespace LeadDesk.App.Shell;

/// <summary>A row that was dragged onto another thing: the lead, and the person or the queue that it was let go over.</summary>
public sealed class DropEventArgs : EventArgs
{
    /// <summary>Not a person but the queue, from which the rules place a lead anew.</summary>
    public const string Queue = "queue";

    public string Lead { get; set; } = "";

    public string To { get; set; } = "";

    /// <summary>Both as ids; Guid.Empty where one is none.</summary>
    public (Guid Lead, Guid To) Keys => (Guid.TryParse(Lead, out var lead) ? lead : Guid.Empty, Guid.TryParse(To, out var to) ? to : Guid.Empty);
}
