using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution;

/// <summary>A rule: which leads, by which method, in which order, with which clocks. Every edit makes a new version; receipts keep theirs.</summary>
public sealed record Lane
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>From 1, rising with every edit of this lane; set when the lane is published.</summary>
    public int Version { get; init; } = 1;

    public LaneFilter When { get; init; } = LaneFilter.Everything;

    /// <summary>The catalogue's name of the method, e.g. fairTurn.</summary>
    public required string Method { get; init; }

    public LeadOrder Order { get; init; } = LeadOrder.Fifo;

    /// <summary>Null = as the method does by default.</summary>
    public Reveal? Reveal { get; init; }

    public ImmutableArray<Ring> Rings { get; init; } = [];

    public int OfferSeconds { get; init; } = 90;

    /// <summary>How often a rep may ask for more time on an offer.</summary>
    public int MoreTime { get; init; } = 1;

    public int FirstAttemptMinutes { get; init; } = 5;

    /// <summary>The owner's own window in working minutes; null = the customer's.</summary>
    public int? OwnerMinutes { get; init; }

    public int OwnershipDays { get; init; } = 14;

    public int PhotoFinishMs { get; init; }

    public int AlertMinMs { get; init; }

    public int? ClaimsPerMinute { get; init; }

    /// <summary>Null = the floor's.</summary>
    public ImmutableArray<int>? WarnAtPercent { get; init; }

    /// <summary>Working minutes with nobody eligible: first the managers are told, then the fallback takes the lead.</summary>
    public ImmutableArray<int> HoldMinutes { get; init; } = [5, 15];

    /// <summary>Working minutes in a pull lane: first highlighted, then the fallback takes the lead.</summary>
    public ImmutableArray<int> LeftBehindMinutes { get; init; } = [15, 30];

    /// <summary>A lead older than this goes to the front, whatever the order.</summary>
    public int MaxAgeMinutes { get; init; } = 60;

    /// <summary>How many of the last holders may not have it again; null = all of them.</summary>
    public int? NoRepeat { get; init; }

    public int FreeReleasesPerDay { get; init; } = 1;

    public int CoolDownSeconds { get; init; }

    /// <summary>Null = as the method does by default.</summary>
    public bool? StopTheLine { get; init; }

    public bool AllowWithCustomer { get; init; }

    /// <summary>Whether other people's names show in receipts.</summary>
    public bool Names { get; init; } = true;

    /// <summary>The most open leads of this lane a person may hold.</summary>
    public int? WipLimit { get; init; }

    /// <summary>The location whose calendar this lane keeps; null = always open.</summary>
    public string? Location { get; init; }

    public Fallback Fallback { get; init; } = Fallback.Next;

    /// <summary>The method's own knobs that are set, each as the text its <see cref="Knobs.Knob"/> reads.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = Sorted.None<string>();
}
