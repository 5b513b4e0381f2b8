using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>I8: from the log alone, every decision that was the desk's comes out the same again: same person, same entry, same receipt.</summary>
public sealed class RecomputeTests
{
    private const int Steps = 6000;

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    public void The_log_recomputes_every_decision_of_the_desk(int seed)
    {
        var mischief = new Mischief(seed);
        for (var step = 0; step < Steps; step++)
        {
            mischief.Step();
        }

        var floor = SalesFloor.Empty;
        var decisions = 0;
        foreach (var stamped in mischief.World.Events)
        {
            switch (stamped.Event)
            {
                case LeadEvent.Offered e:
                    Same(seed, floor, stamped, e.Lead, e.Rep, e.Entry, e.Receipt);
                    decisions++;
                    break;
                case LeadEvent.Taken { Way: TakeWay.Pushed, Entry: { } entry, Receipt: { } receipt } e:
                    Same(seed, floor, stamped, e.Lead, e.Rep, entry, receipt);
                    decisions++;
                    break;
                case LeadEvent.Taken { Receipt: { PhotoFinishMs: not null } receipt } e:
                    var lead = floor.Leads[e.Lead];
                    var (ranked, again) = FinishLine.Decide(floor, floor.Plan.Find(lead.Stay!.Lane)!, lead, stamped.At, floor.DayOf(stamped.At), stamped.Seq)!.Value;
                    Assert.True(e.Rep == ranked.First, $"seed {seed}, event {stamped.Seq}: {e.Rep} had it, {ranked.First} comes out now");
                    Assert.Equal(e.Entry!.Slices.AsEnumerable(), ranked.Entry.Slices.AsEnumerable());
                    Assert.Equal(receipt, again);
                    decisions++;
                    break;
            }

            floor = floor.After(stamped);
        }

        Assert.True(decisions > 100, $"seed {seed}: only {decisions} decisions");
    }

    private static void Same(int seed, SalesFloor floor, Stamped stamped, LeadId id, RepId rep, Entry entry, Receipt receipt)
    {
        var lead = floor.Leads[id];
        var lane = floor.Plan.Find(lead.Stay!.Lane)!;
        var field = Field.Of(floor, lane, lead, stamped.At, floor.DayOf(stamped.At), Put.Desk);
        var ranked = lane.Method.Ranking.Rank(floor, lane, lead, field.Eligible, stamped.Seq);

        Assert.True(rep == ranked.First, $"seed {seed}, event {stamped.Seq}: {rep} had it, {ranked.First} comes out now");
        Assert.Equal(entry.Slices.AsEnumerable(), ranked.Entry.Slices.AsEnumerable());
        Assert.Equal(entry.ReceivedBefore, ranked.Entry.ReceivedBefore);
        Assert.Equal(receipt, Receipts.Of(lane, ranked, field));
    }
}
