namespace LeadDesk.Domain.Floor;

/// <summary>A person as managers see them: presence and since when, places, own late leads, last action (UTC).</summary>
public sealed record PersonCard(Guid Id, string Name, Role Role, Presence Presence, DateTimeOffset Since, Places Places, int Late, DateTimeOffset? LastActionAt)
{
    /// <summary>A manager keeps new leads from them until then (UTC); null = not so.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}
