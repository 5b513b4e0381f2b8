using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A lead that rings at many desks at once; the first to take it has it.</summary>
public sealed record AlertCard(Guid LeadId, string Lane, string LaneName, DateTimeOffset RaisedAt, DateTimeOffset EndsAt, Preview Preview)
{
    /// <summary>A customer is on the line, with a colleague who warmed them up.</summary>
    public bool OnTheLine { get; init; }

    /// <summary>That colleague, where names are told.</summary>
    public string? ByName { get; init; }

    /// <summary>This viewer has pressed: who has it is decided then, UTC.</summary>
    public DateTimeOffset? SettlesAt { get; init; }
}
