namespace LeadDesk.App.Shell;

/// <summary>A click inside a list, told by the nearest data-verb, data-id and data-value around it.</summary>
public sealed class PickEventArgs : EventArgs
{
    public string Verb { get; set; } = "";

    public string Id { get; set; } = "";

    public string Value { get; set; } = "";

    /// <summary>The id as a lead's or person's; Guid.Empty where it is none.</summary>
    public Guid Key => Guid.TryParse(Id, out var id) ? id : Guid.Empty;
}
