using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;

namespace LeadDesk.Domain.Floor;

/// <summary>What is agreed with a person: role, skills, hours, limits. No name and no address: those stay with the account.</summary>
public sealed record RepTerms
{
    public Role Role { get; init; } = Role.Rep;

    /// <summary>Employed and not switched off.</summary>
    public bool Active { get; init; } = true;

    /// <summary>A manager or admin who takes leads too; reps and store staff always do.</summary>
    public bool TakesLeads { get; init; }

    public ImmutableArray<string> Teams { get; init; } = [];

    /// <summary>Skill to level, 1 to 3.</summary>
    public ImmutableSortedDictionary<string, int> Skills { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Postcode prefixes or region names.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>The weekly shift; null = always on.</summary>
    public OpeningHours? Shift { get; init; }

    public string? Location { get; init; }

    /// <summary>Places: the most open leads at once, over all lanes.</summary>
    public int WipLimit { get; init; } = 5;

    public Caps Caps { get; init; } = Caps.None;

    /// <summary>The weight of a turn in thousandths, 100 to 5000.</summary>
    public int WeightThousandths { get; init; } = 1000;

    /// <summary>The share of places and turns during induction in thousandths; 1000 = full.</summary>
    public int RampThousandths { get; init; } = 1000;

    public int Seniority { get; init; } = 1;

    public bool HoldsLeads => Role is Role.Rep or Role.Store || (Role is Role.Manager or Role.Admin && TakesLeads);

    public bool LeadsTheFloor => Role is Role.Manager or Role.Admin;

    /// <summary>Places after the ramp: rounded up, never 0.</summary>
    public int Places => Math.Max(1, (int)((((long)WipLimit * RampThousandths) + 999) / 1000));

    /// <summary>The weight in a shared turn, in millionths; never 0, so that who is eligible always shares.</summary>
    public long Weight => Math.Max(1, (long)WeightThousandths * RampThousandths);
}
