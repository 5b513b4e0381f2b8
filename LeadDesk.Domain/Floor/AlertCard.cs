using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A lead that rings at many desks at once; the first to take it has it.</summary>
public sealed record AlertCard(Guid LeadId, string Lane, string LaneName, DateTimeOffset RaisedAt, DateTimeOffset EndsAt, Preview Preview)
{
    /// <summary>This viewer has pressed: who has it is decided then, UTC.</summary>
    public DateTimeOffset? SettlesAt { get; init; }
}
