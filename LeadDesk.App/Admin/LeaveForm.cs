namespace LeadDesk.App.Admin;

/// <summary>Days off while somebody edits them.</summary>
public sealed class LeaveForm
{
    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }
}
