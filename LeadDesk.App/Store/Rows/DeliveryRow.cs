namespace LeadDesk.App.Store.Rows;

/// <summary>What a source sent, as it came, and what became of it.</summary>
public sealed class DeliveryRow
{
    public Guid Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Source { get; set; }

    public required string Format { get; set; }

    public required byte[] Body { get; set; }

    public required string Result { get; set; }

    public string? Reason { get; set; }

    public Guid? Lead { get; set; }
}
