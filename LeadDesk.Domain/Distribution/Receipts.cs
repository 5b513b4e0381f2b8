using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>Writes receipts.</summary>
public static class Receipts
{
    /// <summary>A decision of the desk among ranked people.</summary>
    public static Receipt Of(LaneRules lane, Ranked ranked, Field field)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(field);
        return new(lane.Key, lane.Lane.Version, lane.Method.Name, new(ranked.Order), new(field.PassedOver), ranked.First, ranked.TieBreak)
        {
            Ground = ranked.Ground ?? field.Ground,
            Figures = ranked.Figures.IsEmpty ? null : new(ranked.Figures),
            Kept = ranked.Kept.IsEmpty ? null : new(ranked.Kept),
            Steps = field.Steps,
            Coach = field.CoachOf(ranked.First),
        };
    }

    /// <summary>Somebody took it, or a manager chose them: the desk did not rank.</summary>
    public static Receipt Chosen(LaneRules lane, Field field, RepId chosen)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(field);
        return new(lane.Key, lane.Lane.Version, lane.Method.Name, new([.. field.Eligible.Select(r => new Candidate(r.Number, 0))]), new(field.PassedOver), chosen, null) { Steps = field.Steps, Coach = field.CoachOf(chosen) };
    }

    /// <summary>A manager gave somebody a lead that was in no lane: from the managers' list.</summary>
    public static Receipt OffTheList(Field field, RepId chosen)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(Fallback.Managers.Key, 0, "manager", new([.. field.Eligible.Select(r => new Candidate(r.Number, 0))]), new(field.PassedOver), chosen, null) { Coach = field.CoachOf(chosen) };
    }
}
