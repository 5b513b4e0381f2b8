using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Floor;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Fairness;

/// <summary>Each figure of the fairness watch on a small floor: what is counted, of how many, and what is not held against anybody.</summary>
public sealed class FairWatchTests
{
    [Fact]
    public void Participation_is_alerts_reached_for_of_those_that_rang()
    {
        var world = World.With(Lanes.Of("sharkTank"));
        var (kim, lee) = (world.Join(), world.Join());
        for (var i = 0; i < 4; i++)
        {
            Assert.Null(world.Claim(i < 3 ? kim : lee, world.Send()));
        }

        Assert.Equal((3, 4), Of(world, WatchKind.Participation, kim));
        Assert.Equal((1, 4), Of(world, WatchKind.Participation, lee));
    }

    [Fact]
    public void Who_presses_and_is_beaten_in_the_photo_finish_took_part_too()
    {
        var world = World.With(Lanes.Of("sharkTank") with { PhotoFinishMs = 750 });
        var (kim, lee) = (world.Join(), world.Join());
        var lead = world.Send();
        Assert.Null(world.Claim(kim, lead));
        Assert.Null(world.Claim(lee, lead));
        world.Pass(1);
        Assert.NotNull(world.Of(lead).Owner);

        Assert.Equal((1, 1), Of(world, WatchKind.Participation, kim));
        Assert.Equal((1, 1), Of(world, WatchKind.Participation, lee));
    }

    [Fact]
    public void A_lead_taken_by_choice_and_not_tried_in_time_is_burned_and_one_given_by_hand_is_not()
    {
        var world = World.With(Lanes.Of("cherryPick") with { FirstAttemptMinutes = 5 });
        var (kim, boss) = (world.Join(), world.Manager());
        var (first, second, given) = (world.Send(), world.Send(), world.Send());
        Assert.Null(world.Claim(kim, first));
        Assert.Null(world.Claim(kim, second));
        Assert.Null(world.Assign(boss, given, kim));
        world.Attempt(kim, second);
        world.Live(TimeSpan.FromMinutes(6), 30);

        Assert.Equal(2, world.Happened<LeadEvent.Lost>().Count(l => l.Way == LossWay.Reclaimed));
        Assert.Equal((1, 2), Of(world, WatchKind.Burned, kim));
    }

    [Fact]
    public void A_lead_seen_and_given_back_without_a_try_is_a_peek_and_one_that_was_tried_is_not()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var kim = world.Join();
        world.Send(3);
        world.Release(kim, world.Pulled(kim));
        var tried = world.Pulled(kim);
        world.Attempt(kim, tried);
        world.Release(kim, tried);
        world.Pulled(kim);

        Assert.Equal((1, 3), Of(world, WatchKind.Peeked, kim));
    }

    [Fact]
    public void Passed_and_lapsed_offers_are_declined_and_three_in_a_row_are_a_storm()
    {
        var world = World.With(Lanes.Of("fairTurn") with { OfferSeconds = 60 });
        var kim = world.Join();
        for (var i = 0; i < 3; i++)
        {
            var lead = world.Send();
            if (i == 1)
            {
                world.Pass(61);
            }
            else
            {
                Assert.Null(world.PassOn(kim, lead));
            }
        }

        Assert.Equal((3, 3), Of(world, WatchKind.Declined, kim));
        Assert.Equal((1, 3), Of(world, WatchKind.Storms, kim));
        Assert.True(Row(world, WatchKind.Storms, kim).StandsOut);

        world.Accept(kim, world.Send());
        world.PassOn(kim, world.Send());
        Assert.Equal((4, 5), Of(world, WatchKind.Declined, kim));
        Assert.Equal((1, 5), Of(world, WatchKind.Storms, kim));
    }

    [Fact]
    public void An_offer_that_the_desk_takes_back_is_nobodys_doing()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var kim = world.Join();
        world.Send();
        world.Set(kim, Presence.Break);

        Assert.Equal((0, 1), Of(world, WatchKind.Declined, kim));
    }

    [Fact]
    public void Whoever_takes_more_while_two_wait_for_their_first_try_is_hoarding()
    {
        var world = World.With(Lanes.Of("blindPull") with { FirstAttemptMinutes = 60 });
        var (kim, lee) = (world.Join(), world.Join());
        world.Send(6);
        world.Pulled(kim);
        world.Pulled(kim);
        world.Pulled(kim);
        world.Attempt(lee, world.Pulled(lee));
        world.Attempt(lee, world.Pulled(lee));
        world.Pulled(lee);

        Assert.Equal((1, 3), Of(world, WatchKind.Hoarded, kim));
        Assert.Equal((0, 3), Of(world, WatchKind.Hoarded, lee));
    }

    [Fact]
    public void Ended_as_no_lead_or_lost_within_a_day_is_counted_until_it_is_undone_or_a_manager_agrees()
    {
        var world = World.With(Lanes.Of("blindPull") with { FirstAttemptMinutes = 600 });
        var (kim, boss) = (world.Join(), world.Manager());
        world.Send(4);
        var (won, lost, junk, undone) = (world.Pulled(kim), world.Pulled(kim), world.Pulled(kim), world.Pulled(kim));
        var action = world.NewGuid();
        world.Close(kim, won, Outcome.Won);
        world.Close(kim, lost);
        world.Close(kim, junk, Outcome.Junk);
        world.Close(kim, undone, Outcome.Lost, action);
        Assert.Equal((3, 4), Of(world, WatchKind.Emptied, kim));

        Assert.Null(world.Undo(kim, action));
        Assert.Equal((2, 3), Of(world, WatchKind.Emptied, kim));
        Assert.Null(world.Credit(boss, junk, approve: true));
        Assert.Equal((1, 3), Of(world, WatchKind.Emptied, kim));
    }

    [Fact]
    public void What_is_left_behind_stands_beside_what_was_taken_with_what_each_was_worth()
    {
        var world = World.With(Lanes.Of("cherryPick") with { LeftBehindMinutes = [1, 2] });
        var kim = world.Join();
        Assert.Null(world.Claim(kim, world.Send(Facts.None with { Value = 5000 })));
        Assert.Null(world.Claim(kim, world.Send(Facts.None with { Value = 3000 })));
        world.Send(Facts.None with { Value = 100 });
        world.Send();
        world.Live(TimeSpan.FromMinutes(3), 20);

        var lane = Assert.Single(Watch(world).LeftBehind);
        Assert.Equal(("lane", 2, 2, 4000m, 100m), (lane.Lane, lane.Taken, lane.Left, lane.TakenMean, lane.LeftMean));
    }

    [Fact]
    public void Who_gives_what_to_whom_by_hand_is_counted_with_force_and_self_and_without_what_was_undone()
    {
        var world = World.With(Lanes.Of("cherryPick"));
        var (kim, lee) = (world.Join(), world.Join());
        var boss = world.Join(new RepTerms { Role = Role.Manager, TakesLeads = true });
        world.Set(lee, Presence.Off);
        world.OptIn(lee, "lane", on: false);
        var (a, b, c, d) = (world.Send(), world.Send(), world.Send(), world.Send());
        var action = world.NewGuid();
        Assert.Null(world.Assign(boss, a, kim));
        Assert.Null(world.Assign(boss, b, lee, force: true));
        Assert.Null(world.Assign(boss, c, boss));
        Assert.Null(world.Assign(boss, d, kim, action: action));
        Assert.Null(world.Undo(boss, action));

        var picks = Watch(world).Picks;
        Assert.Equal([(kim, 1, 0, false), (lee, 1, 1, false), (boss, 1, 0, true)], picks.OrderBy(p => p.To).Select(p => (p.To, p.Leads, p.Forced, p.IsSelf)));
    }

    [Fact]
    public void Only_what_chance_does_not_explain_stands_out()
    {
        WatchFigure Declined(params (int Declined, int Offers)[] people) =>
            WatchFigure.From(WatchKind.Declined, [.. people.Select((p, i) => (new RepId(i + 1), new WatchCount { Declined = p.Declined, Offers = p.Offers }))]);

        Assert.DoesNotContain(Declined((3, 20), (2, 20), (4, 20)).Rows, r => r.StandsOut);
        Assert.DoesNotContain(Declined((2, 2), (0, 20)).Rows, r => r.StandsOut);
        Assert.DoesNotContain(Declined((9, 10)).Rows, r => r.StandsOut);
        var odd = Declined((12, 20), (2, 20), (3, 20));
        Assert.Equal([new RepId(1)], odd.Rows.Where(r => r.StandsOut).Select(r => r.Rep));
        Assert.Equal(new RepId(1), odd.Rows[0].Rep);
    }

    [Fact]
    public void Each_span_ends_today_and_four_weeks_are_kept()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var kim = world.Join();
        world.PassOn(kim, world.Send());
        world.Pass(TimeSpan.FromDays(3));
        world.PassOn(kim, world.Send());

        Assert.Equal(1, FairWatch.Of(world.Floor, world.Now, 1).Figures.Single(f => f.Kind == WatchKind.Declined).Of);
        Assert.Equal(2, FairWatch.Of(world.Floor, world.Now, 7).Figures.Single(f => f.Kind == WatchKind.Declined).Of);
        world.Pass(TimeSpan.FromDays(27));
        world.Accept(kim, world.Send());
        Assert.DoesNotContain(world.Floor.Watch.Days, d => d.Day < world.Today.Day.AddDays(1 - WatchLog.Kept));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Of_so_many_is_never_exceeded_whatever_people_do(int seed)
    {
        var mischief = new Mischief(seed);
        for (var step = 0; step < 3000; step++)
        {
            mischief.Step();
        }

        var watch = FairWatch.Of(mischief.World.Floor, mischief.World.Now, WatchLog.Kept);
        Assert.All(watch.Figures, f => Assert.All(f.Rows, r => Assert.True(r.Count >= 0 && (r.Count <= r.Of || f.Kind is WatchKind.Burned or WatchKind.Peeked or WatchKind.Participation), $"seed {seed}: {f.Kind} {r}")));
        Assert.All(watch.Picks, p => Assert.True(p.Leads > 0 && p.Forced >= 0 && p.Forced <= p.Leads, $"seed {seed}: {p}"));
        Assert.Contains(watch.Figures, f => f.Count > 0);
    }

    private static FairWatch Watch(World world) => FairWatch.Of(world.Floor, world.Now, 7);

    private static WatchRow Row(World world, WatchKind kind, RepId rep) => Watch(world).Figures.Single(f => f.Kind == kind).Rows.SingleOrDefault(r => r.Rep == rep);

    private static (int Count, int Of) Of(World world, WatchKind kind, RepId rep) => Row(world, kind, rep) is var row ? (row.Count, row.Of) : default;
}
