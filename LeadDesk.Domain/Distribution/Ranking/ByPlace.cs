using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>The people of the customer's place come first.</summary>
public abstract class ByPlace : BestFirst
{
    /// <summary>How close each person is to the customer's place; 0 = has nothing to do with it.</summary>
    public abstract Func<Rep, int> Closeness(SalesFloor floor, LaneRules lane, Lead lead);

    /// <summary>Between people equally close, those who are on shift when the customer may be called come first.</summary>
    protected sealed override Func<Rep, int> Suits(SalesFloor floor, LaneRules lane, Lead lead)
    {
        var closeness = Closeness(floor, lane, lead);
        var covers = CallingHours.CoveredBy(floor, lead);
        return r => (closeness(r) * 2) + (covers(r) ? 1 : 0);
    }

    protected sealed override Ground GroundOf(int suits) => suits < 2 ? Ground.CallingHours : GroundOfCloseness(suits / 2);

    /// <summary>What it is called to be as close as this.</summary>
    protected abstract Ground GroundOfCloseness(int closeness);
}
