using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>What a person could expect of what was given out, on the day and in a lane; it stands only as long as the decision does.</summary>
public sealed class ExpectationTests
{
    [Fact]
    public void A_pass_takes_back_what_the_offer_made_everybody_expect()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var reps = world.Join(2);
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        var second = reps.Single(r => r != first);
        Assert.All(reps, r => Assert.Equal(DayExpected.Lead / 2, Expected(world, r)));

        world.PassOn(first, lead);
        Assert.Equal((0, DayExpected.Lead), (Expected(world, first), Expected(world, second)));
        world.Accept(second, lead);

        Assert.Equal(new Tally(0, 0), world.Floor.TallyOf("lane").Of(first));
        Assert.Equal(new Tally(1, DayExpected.Lead), world.Floor.TallyOf("lane").Of(second));
    }

    [Fact]
    public void A_pull_is_measured_against_everybody_who_could_have_pulled()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var reps = world.Join(4);
        world.Send(4);
        world.Pulled(reps[0]);
        world.Pulled(reps[0]);

        Assert.Equal(new Tally(2, DayExpected.Lead / 2), world.Floor.TallyOf("lane").Of(reps[0]));
        Assert.Equal(new Tally(0, DayExpected.Lead / 2), world.Floor.TallyOf("lane").Of(reps[3]));
    }

    [Fact]
    public void A_free_release_gives_back_the_day_too()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var rep = world.Join(2)[0];
        world.Send();
        world.Release(rep, world.Pulled(rep));

        Assert.Equal((0, 0L), (world.Of(rep).Today.Taken, Expected(world, rep)));
        Assert.Equal(new Tally(0, 0), world.Floor.TallyOf("lane").Of(rep));
    }

    [Fact]
    public void A_pick_taken_back_leaves_no_trace_in_the_day()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var reps = world.Join(2);
        var manager = world.Manager();
        var lead = world.Send();
        var action = world.NewGuid();
        world.Assign(manager, lead, reps[0], action: action);
        Assert.Equal(1, world.Of(reps[0]).Today.Taken);

        Assert.Null(world.Undo(manager, action));

        Assert.All(reps, r => Assert.Equal((0, 0L), (world.Of(r).Today.Taken, Expected(world, r))));
        Assert.All(reps, r => Assert.Equal(new Tally(0, 0), world.Floor.TallyOf("lane").Of(r)));
    }

    [Fact]
    public void A_pick_from_the_managers_list_carries_a_receipt()
    {
        var world = World.With(Lanes.Of("blindPull") with { When = Lanes.Product("ring") });
        var reps = world.Join(2);
        world.Set(reps[1], Presence.Break);
        var lead = world.Send();
        Assert.NotNull(world.Of(lead).WithManagersSince);

        Assert.Null(world.Assign(world.Manager(), lead, reps[0]));

        var receipt = Assert.Single(world.Happened<LeadEvent.Taken>()).Receipt!;
        Assert.Equal(("managers", 0, reps[0]), (receipt.Lane, receipt.LaneVersion, receipt.Chosen));
        Assert.Equal([reps[0]], receipt.Eligible.Select(c => c.Rep));
        Assert.Equal([(reps[1], Domain.Distribution.Test.E4)], receipt.PassedOver.Select(p => (p.Rep, p.Test)));
        Assert.NotNull(world.Of(lead).ReceiptSeq);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void What_all_expected_in_a_lane_adds_up_to_what_was_given_out(int seed)
    {
        var mischief = new Mischief(seed);
        for (var step = 0; step < 3000; step++)
        {
            mischief.Step();
        }

        Assert.All(mischief.World.Floor.Tallies.Values.SelectMany(t => t.ByNumber), t => Assert.True(t is { Taken: >= 0, Expected: >= 0 }, $"seed {seed}: {t}"));
        Assert.All(mischief.World.Floor.People, p => Assert.True(p.Today is { Taken: >= 0 }, $"seed {seed}: {p.Today}"));
        Assert.All(mischief.World.Floor.Expected.ByNumber, e => Assert.True(e >= 0, $"seed {seed}: {e}"));
    }

    private static long Expected(World world, RepId rep) => world.Floor.Expected.Of(rep, world.Today.Day);
}
