namespace LeadDesk.App.Store.Rows;

/// <summary>Says that an event is a step of a lead'\''s history.</summary>
public sealed class LeadStepRow
{
    public Guid Lead { get; set; }

    public long Seq { get; set; }
}
