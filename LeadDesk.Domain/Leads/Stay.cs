using LeadDesk.Domain.Distribution;

namespace LeadDesk.Domain.Leads;

/// <summary>
/// A lead's stay in a lane: the stamps are worked out in the lane's calendar when the stay or its ring begins, so that time passing is
/// only a comparison. All UTC; null = does not happen.
/// </summary>
public sealed record Stay
{
    public required string Lane { get; init; }

    public required int LaneVersion { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The lane's order when the lead entered.</summary>
    public LeadOrder Order { get; init; }

    /// <summary>It stands on an open board, where everybody of the lane sees it.</summary>
    public bool OnBoard { get; init; }

    /// <summary>The method asks about the lead itself, so that two waiting leads need not be open to the same people.</summary>
    public bool OneByOne { get; init; }

    /// <summary>Whoever owned the lead before it came here may not have it again.</summary>
    public bool KeepsOwnersOut { get; init; }

    /// <summary>The blend whose step this lane is for this lead; null = it came by itself.</summary>
    public string? Blend { get; init; }

    /// <summary>It came in while the intake was paused: it is put to nobody, and its rings and limits begin when the pause is over.</summary>
    public bool Paused { get; init; }

    /// <summary>The open ring, from 0.</summary>
    public int Ring { get; init; }

    public DateTimeOffset? RingEndsAt { get; init; }

    /// <summary>In a pull lane: highlighted from here.</summary>
    public DateTimeOffset? LeftBehindAt { get; init; }

    /// <summary>In a pull lane: the fallback takes it here.</summary>
    public DateTimeOffset? LeavesAt { get; init; }

    /// <summary>Nobody has been eligible since.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    public DateTimeOffset? HoldTellsAt { get; init; }

    public DateTimeOffset? HoldEndsAt { get; init; }

    public bool HoldTold { get; init; }
}
