using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What a caller is told, once it is on disk: the decision, and the floor from that commit on, to render it from.</summary>
public sealed record Answer(Decided Decided, SalesFloor Floor)
{
    /// <summary>The same command was answered before: this is that answer again.</summary>
    public bool Replayed { get; init; }

    /// <summary>The version of the lead right after the command.</summary>
    public long? Version { get; init; }

    /// <summary>Why nothing could be written; the command did not happen.</summary>
    public Unwritten? Unavailable { get; init; }

    /// <summary>The command broke; it did not happen and is in the server's log.</summary>
    public bool Broke { get; init; }

    /// <summary>The same key came with another body.</summary>
    public bool KeyReused { get; init; }

    public Refusal? Refusal => Decided.Refusal;

    public LeadId? Lead => Decided.Lead;

    public bool IsDone => Decided is { Refusal: null, Fault: null } && Unavailable is null && !Broke && !KeyReused;
}
