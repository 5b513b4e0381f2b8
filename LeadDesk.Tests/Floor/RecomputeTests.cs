using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Lab;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>I8: from the log alone, every decision that was the desk's comes out the same again: same person, same entry, same receipt.</summary>
public sealed class RecomputeTests
{
    private const int Steps = 6000;
    private const int Many = 10_000;

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

        var decisions = Recomputed(seed, mischief.World);
        Assert.True(decisions > 100, $"seed {seed}: only {decisions} decisions");
    }

    [Fact]
    public void Ten_thousand_decisions_of_a_random_floor_come_out_the_same()
    {
        const int Seed = 104;
        var floor = new BusyFloor(Seed);
        while (floor.Decisions < Many)
        {
            floor.Step();
        }

        Assert.Equal(floor.Decisions, Recomputed(Seed, floor.World));
    }

    [Fact]
    public void A_decision_that_was_tampered_with_does_not_come_out()
    {
        var floor = new BusyFloor(105);
        while (floor.Decisions < 50)
        {
            floor.Step();
        }

        var found = 0;
        var now = SalesFloor.Empty;
        foreach (var stamped in floor.World.Events)
        {
            if (Ruling.In(stamped.Event) is { Receipt.Eligible.Count: > 1 } ruling)
            {
                var other = ruling with { Rep = ruling.Receipt.Eligible[1].Rep };
                var cheaper = ruling with { Entry = Domain.Ledger.Entry.Alone(ruling.Entry.Number, ruling.Entry.Lane, ruling.Rep, ruling.Entry.ReceivedBefore + 1) };
                Assert.False(other.IsSame(other.Anew(now, stamped.Seq, stamped.At)));
                Assert.False(cheaper.IsSame(cheaper.Anew(now, stamped.Seq, stamped.At)));
                found++;
            }

            now = now.After(stamped);
        }

        Assert.True(found > 10, $"only {found} decisions had a choice");
    }

    private static int Recomputed(int seed, World world)
    {
        var floor = SalesFloor.Empty;
        var decisions = 0;
        foreach (var stamped in world.Events)
        {
            if (Ruling.In(stamped.Event) is { } ruling)
            {
                var again = ruling.Anew(floor, stamped.Seq, stamped.At);
                Assert.True(ruling.IsSame(again), $"seed {seed}, event {stamped.Seq}: {ruling.Rep} had it by {ruling.Receipt.Method}, {again?.Rep} comes out now");
                decisions++;
            }

            floor = floor.After(stamped);
        }

        return decisions;
    }
}
