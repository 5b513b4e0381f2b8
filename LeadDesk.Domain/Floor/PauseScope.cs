namespace LeadDesk.Domain.Floor;

/// <summary>What is paused: everything, or the source, lane or team of this key, or this person.</summary>
public sealed record PauseScope(PauseKind Kind, string? Key = null, RepId? Rep = null)
{
    public static PauseScope All { get; } = new(PauseKind.All);
}
