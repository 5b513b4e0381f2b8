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

    /// <summary>A manager who may take data out in bulk; an admin always may.</summary>
    public bool MayExport { get; init; }

    public ImmutableArray<string> Teams { get; init; } = [];

    /// <summary>Skill to level, 1 to 3.</summary>
    public ImmutableSortedDictionary<string, int> Skills { get; init; } = Sorted.None<int>();

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

    /// <summary>While it lasts the ramp follows it; null = the ramp stands.</summary>
    public Induction? Induction { get; init; }

    /// <summary>How they work in the induction's stage; Own without an induction.</summary>
    public StageKind Stage { get; init; }

    /// <summary>Who stands by them: shows their own leads in the stage of watching, helps in the coached one, and outside an induction for as long as a manager says.</summary>
    public RepId? Coach { get; init; }

    /// <summary>Gets no leads yet: only sees those of their coach.</summary>
    public bool IsWatching => Stage == StageKind.Watch;

    /// <summary>Who is beside them on each lead they get now; null = nobody.</summary>
    public RepId? CoachBeside => Stage == StageKind.Coached || Induction is null ? Coach : null;

    /// <summary>Still learning: not on boards, and not measured.</summary>
    public bool IsInInduction => Induction is not null || RampThousandths < 1000;

    public int Seniority { get; init; } = 1;

    /// <summary>Needs longer to answer an offer: the person's own choice.</summary>
    public bool LongerOffers { get; init; }

    /// <summary>The most calls a minute by token; null = no limit.</summary>
    public int? PerMinute { get; init; }

    public ImmutableArray<Leave> Leave { get; init; } = [];

    /// <summary>Who stands in during leave.</summary>
    public RepId? Cover { get; init; }

    public bool HoldsLeads => Role is Role.Rep or Role.Store || (Role is Role.Manager or Role.Admin && TakesLeads);

    public bool LeadsTheFloor => Role is Role.Manager or Role.Admin;

    public bool Exports => Role is Role.Admin || (Role is Role.Manager && MayExport);

    /// <summary>On shift and not on leave; the day is the floor's.</summary>
    public bool IsOn(DateTimeOffset now, DateOnly day) => Shift?.IsOpen(now) != false && LeaveOn(day) is null;

    public Leave? LeaveOn(DateOnly day) => Leave.FirstOrDefault(l => l.Covers(day));

    /// <summary>Places after the ramp: rounded up, never 0.</summary>
    public int Places => Math.Max(1, (int)((((long)WipLimit * RampThousandths) + 999) / 1000));

    /// <summary>The weight in a shared turn, in millionths; never 0, so that who is eligible always shares.</summary>
    public long Weight => Math.Max(1, (long)WeightThousandths * RampThousandths);
}
