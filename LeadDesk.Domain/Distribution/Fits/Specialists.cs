using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Fits;

/// <summary>
/// People who know a lead's label: level 2 or more in the first ring, any level in the next, anybody in the last. A label that nobody
/// on the floor knows that well waits for nobody. Where a lane's own rings ask for skills, those decide instead.
/// </summary>
public sealed class Specialists(Func<Lead, string?> labelOf) : MethodFit
{
    /// <summary>Label to skill; a label that is not named is its own skill.</summary>
    public static readonly MapKnob Skills = new("skills");

    public override ImmutableArray<Knob> Knobs => [Skills];

    /// <summary>The level that a ring asks for, 0 = none: a single ring is for everybody who knows the label at all.</summary>
    public static int LevelOf(LaneRules lane, int ring)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var rings = lane.Rings.Length;
        return rings <= 1 ? 1 : ring >= rings - 1 ? 0 : ring == 0 ? 2 : 1;
    }

    /// <summary>The skill behind a lead's label; null = it has none.</summary>
    public string? SkillOf(LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        return labelOf(lead)?.Trim() is { Length: > 0 } label ? lane.Of(Skills).GetValueOrDefault(label, label) : null;
    }

    public override object? WishOf(LaneRules lane, Lead lead) => (SkillOf(lane, lead), Variety.Has(lane, lead));

    /// <summary>A label whose skill is a licence is never for anybody without it.</summary>
    public override bool IsLicensed(Rep rep, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(rep);
        return SkillOf(lane, lead) is not { } skill || !Fitting.IsLicence(skill) || Fitting.Level(rep.Terms, skill) > 0;
    }

    public override bool Fits(SalesFloor floor, Rep rep, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(rep);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        if (!IsLicensed(rep, lane, lead))
        {
            return false;
        }

        var asked = LevelOf(lane, lead.Stay?.Ring ?? 0);
        if (asked == 0 || Variety.Has(lane, lead) || lane.Rings.Any(r => r.Skill is not null) || SkillOf(lane, lead) is not { } skill)
        {
            return true;
        }

        return Fitting.Level(rep.Terms, skill) >= asked
            || !floor.People.Any(p => p.Terms is { Active: true, HoldsLeads: true } && Fitting.Level(p.Terms, skill) >= asked);
    }
}
