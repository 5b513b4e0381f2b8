using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M15 to M17: what people won before decides, with brakes.</summary>
public sealed class LookingBackTests
{
    private static readonly RepTerms Roomy = new() { WipLimit = 5000 };
    private static readonly Lane Past = Lanes.Of("blindPull", "past") with { When = Lanes.Product("past"), FirstAttemptMinutes = 6000 };

    [Fact]
    public void One_won_of_one_does_not_come_before_thirty_of_sixty()
    {
        foreach (var metric in new[] { "closeRate", "wonCount" })
        {
            var world = Top("metric", metric);
            var (lucky, steady) = (world.Join(Roomy), world.Join(Roomy));
            History(world, lucky, 1, 1);
            History(world, steady, 60, 30);
            NextWeek(world);
            Assert.Equal(steady, Standings(world)[0].Rep);
            Assert.Equal(steady, Given(world));
            var receipt = world.Happened<LeadEvent.Offered>().Last().Receipt;
            Assert.Equal(Ground.Score, receipt.Ground);
            Assert.Equal(60, receipt.Figures!.Value.Single(f => f.Rep == steady).Leads);
        }
    }

    [Fact]
    public void Value_won_may_be_what_counts()
    {
        var world = Top("metric", "wonValue");
        var (many, big) = (world.Join(Roomy), world.Join(Roomy));
        History(world, many, 30, 15, 100);
        History(world, big, 30, 5, 900);
        NextWeek(world);
        Assert.Equal(big, Given(world));
    }

    [Fact]
    public void Scores_stand_still_for_a_week_and_forget_after_ninety_days()
    {
        var world = Top();
        var (first, second) = (world.Join(Roomy), world.Join(Roomy));
        History(world, first, 30, 10);
        NextWeek(world);
        var frozen = Standings(world);
        History(world, second, 40, 40);
        Assert.Equal(frozen.AsEnumerable(), Standings(world).AsEnumerable());
        NextWeek(world);
        Assert.Equal(second, Standings(world)[0].Rep);
        world.Pass(TimeSpan.FromDays(100));
        Given(world);
        Assert.All(Standings(world), s => Assert.Equal(0, s.Leads));
    }

    [Fact]
    public void Nobody_has_more_than_the_cap_of_a_day_while_somebody_else_could()
    {
        var world = Top("capPercent", "40");
        var reps = world.Join(4, Roomy);
        History(world, reps[0], 40, 30);
        History(world, reps[1], 40, 5);
        NextWeek(world);
        for (var n = 1; n <= 100; n++)
        {
            Given(world);
            Assert.All(reps, r => Assert.True(world.Received(r) <= Math.Ceiling(n * 0.4), $"{world.Received(r)} of {n}"));
        }

        Assert.Equal(40, world.Received(reps[0]));
        foreach (var other in reps.Skip(1))
        {
            world.Set(other, Presence.Break);
        }

        Assert.Equal(reps[0], Given(world));
    }

    [Fact]
    public void The_part_for_exploring_is_as_large_as_it_says_and_fair()
    {
        const int Leads = 2000;
        var world = World.With(Past, Lanes.Of("topProducer") with { OwnerMinutes = 60_000, FirstAttemptMinutes = 60_000, Settings = Set("floorPercent", "0").Add("capPercent", "100") });
        var reps = world.Join(4, Roomy);
        History(world, reps[0], 40, 30);
        History(world, reps[1], 40, 5);
        NextWeek(world);
        for (var n = 0; n < Leads; n++)
        {
            Given(world);
        }

        // Binomial: four standard deviations of 2000 draws of one in five.
        var explored = world.Happened<LeadEvent.Offered>().Where(o => o.Receipt.Ground == Ground.Explore).ToList();
        Assert.InRange(explored.Count, (Leads * 0.2) - 72, (Leads * 0.2) + 72);
        Assert.All(reps, r => Assert.True(Math.Abs(explored.Count(o => o.Rep == r) - (explored.Count / 4.0)) <= 1, $"{explored.Count(o => o.Rep == r)} of {explored.Count}"));
        Assert.All(world.Happened<LeadEvent.Offered>().Where(o => o.Receipt.Ground == Ground.Score), o => Assert.Equal(reps[0], o.Rep));
    }

    [Fact]
    public void Everybody_has_the_floor_share_of_the_day_people_in_induction_too_though_they_have_no_score()
    {
        var world = Top("floorPercent", "10");
        var top = world.Join(Roomy);
        var others = world.Join(3, Roomy).Add(world.Join(Roomy with { RampThousandths = 250 }));
        History(world, top, 40, 30);
        NextWeek(world);
        for (var n = 0; n < 100; n++)
        {
            Given(world);
        }

        Assert.All(others, r => Assert.True(world.Received(r) >= 9, $"{world.Received(r)} of 100"));
        Assert.True(Standings(world).Single(s => s.Rep == others[^1]).Learning);
        Assert.DoesNotContain(world.Happened<LeadEvent.Offered>(), o => o.Rep == others[^1] && o.Receipt.Ground == Ground.Score);
    }

    [Fact]
    public void A_round_goes_from_the_first_of_last_months_board_to_the_last_and_everybody_there_has_as_many()
    {
        var world = World.With(Past, Lanes.Of("leaderboard") with { OwnerMinutes = 6000 });
        var (third, first, second) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        History(world, third, 5, 1);
        History(world, first, 5, 4);
        History(world, second, 5, 2);
        world.Until("2026-04-02 12:00Z");
        Assert.Equal([first, second, third, first, second, third], Enumerable.Range(0, 6).Select(_ => Given(world)));
        Assert.Equal(Ground.Board, world.Happened<LeadEvent.Offered>().Last().Receipt.Ground);

        // A place that is skipped is not banked.
        world.Set(first, Presence.Break);
        Assert.Equal([second, third, second, third], Enumerable.Range(0, 4).Select(_ => Given(world)));
        world.Set(first, Presence.Available);
        Assert.Equal([first, second, third, first], Enumerable.Range(0, 4).Select(_ => Given(world)));
    }

    [Fact]
    public void Newcomers_stand_in_the_middle_of_the_board_and_people_in_induction_behind_it()
    {
        var world = World.With(Past, Lanes.Of("leaderboard"));
        var learner = world.Join(Roomy with { RampThousandths = 500 });
        var reps = world.Join(4, Roomy);
        var newcomer = world.Join(Roomy);
        for (var i = 0; i < 4; i++)
        {
            History(world, reps[i], 5, 5 - i);
        }

        world.Until("2026-04-02 12:00Z");
        Given(world);
        Assert.Equal([reps[0], reps[1], newcomer, reps[2], reps[3], learner], Standings(world).Select(s => s.Rep));
    }

    [Fact]
    public void Three_months_may_count_instead_of_one()
    {
        foreach (var (months, expected) in new[] { ("1", 1), ("3", 0) })
        {
            var world = World.With(Past, Lanes.Of("leaderboard") with { Settings = Set("months", months) });
            var reps = world.Join(2, Roomy);
            History(world, reps[0], 9, 9);
            world.Until("2026-04-02 12:00Z");
            History(world, reps[1], 5, 5);
            world.Until("2026-05-02 12:00Z");
            Given(world);
            Assert.Equal(reps[expected], Standings(world)[0].Rep);
        }
    }

    [Fact]
    public void Weights_follow_the_closing_rate_from_a_half_to_the_double_and_the_receipt_says_on_how_many_leads()
    {
        var world = World.With(Past, Lanes.Of("conversionProportional") with { OwnerMinutes = 60_000, FirstAttemptMinutes = 60_000 });
        var (good, poor, unknown) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        History(world, good, 100, 90);
        History(world, poor, 100, 0);
        History(world, unknown, 19, 19);
        NextWeek(world);
        for (var n = 0; n < 350; n++)
        {
            Given(world);
        }

        var weights = world.Happened<LeadEvent.Offered>().Last().Receipt.Figures!.Value.ToDictionary(f => f.Rep, f => (f.Value, f.Leads));
        Assert.Equal((1000, 19), weights[unknown]);
        Assert.InRange(weights[good].Value, 1500, 2000);
        Assert.Equal((500, 100), weights[poor]);
        var sum = weights.Values.Sum(w => w.Value);
        Assert.All(weights, w => Assert.True(Math.Abs(world.Received(w.Key) - (350.0 * w.Value.Value / sum)) <= 1, $"{w.Key}: {world.Received(w.Key)}"));
        Assert.Equal(0, (double)world.Floor.LedgerOf("lane").Balances());
    }

    [Fact]
    public void Rates_compare_like_with_like_and_only_what_was_received_fairly()
    {
        var world = World.With(Past, Lanes.Of("conversionCascade"));
        var (hard, easy, picked) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        History(world, hard, 50, 5, source: "cold");
        History(world, easy, 50, 25, source: "warm");
        History(world, picked, 50, 5, source: "cold");
        History(world, picked, 50, 25, source: "warm");
        NextWeek(world);
        Given(world);
        Assert.All(Standings(world), s => Assert.Equal(1000, s.Value));

        // A manager's favourites do not make a better rate.
        var manager = world.Manager();
        for (var i = 0; i < 30; i++)
        {
            var lead = world.Send(new Facts { Product = "past" });
            Assert.Null(world.Assign(manager, lead, hard, force: true));
            Assert.Null(world.Close(hard, lead, Outcome.Won));
        }

        NextWeek(world);
        Given(world);
        Assert.All(Standings(world), s => Assert.Equal(1000, s.Value));
    }

    [Fact]
    public void The_best_rate_comes_first_and_when_busy_it_cascades_down()
    {
        var world = World.With(Past, Lanes.Of("conversionCascade"));
        var tight = Roomy with { WipLimit = 2 };
        var (poor, good) = (world.Join(tight), world.Join(tight));
        History(world, good, 30, 25);
        History(world, poor, 30, 5);
        NextWeek(world);
        Assert.Equal([good, good, poor], Enumerable.Range(0, 3).Select(_ => Given(world)));
    }

    [Fact]
    public void A_release_counts_as_a_lead_a_wrong_label_does_not_and_what_is_undone_was_not_won()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join(Roomy);
        var day = world.Today.Day;
        DayCell Cell() => TrackRecord.Between(world.Of(rep).Track, day, day.AddDays(1)).Aggregate(default(DayCell), (sum, c) => sum.Add(c.Cell));
        var released = world.Send();
        Assert.Null(world.Accept(rep, released));
        Assert.Null(world.Release(rep, released));
        Assert.Equal(new DayCell(1, 1, 0, 0, 0), Cell());
        var wrong = world.Send();
        Assert.Null(world.Accept(rep, wrong));
        Assert.Equal(2, Cell().Leads);
        Assert.Null(world.Relabel(rep, wrong, Facts.None));
        Assert.Equal(new DayCell(1, 1, 0, 0, 0), Cell());
        // Under its right label it comes back.
        Assert.Null(world.Accept(rep, wrong));
        var won = world.Send();
        Assert.Null(world.Accept(rep, won));
        var action = world.NewGuid();
        Assert.Null(world.As(rep, r => LeadLife.Close(r, rep, won, Outcome.Won, 12.34m, action)));
        Assert.Equal(new DayCell(3, 3, 1, 1, 1234), Cell());
        Assert.Null(world.Undo(rep, action));
        Assert.Equal(new DayCell(3, 3, 0, 0, 0), Cell());
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void Standings_say_who_stands_where_on_what_and_within_which_brakes()
    {
        var world = Top("capPercent", "40");
        var (good, poor, learner) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy with { RampThousandths = 250 }));
        History(world, good, 60, 30);
        History(world, poor, 40, 10);
        NextWeek(world);
        Assert.Equal(good, Given(world));

        var told = LaneStandings.Of(world.Floor, world.Floor.Plan.Find("lane")!, world.Today.Day)!;
        Assert.Equal((new DateOnly(2025, 12, 9), new DateOnly(2026, 3, 9), 400), (told.From, told.Until, told.TeamRate));
        Assert.Equal((40, 0, 0), (told.CapPercent, told.FloorPercent, told.ExplorePercent));
        Assert.Equal([(1, good, 60, 30, 475, 1, 1L), (2, poor, 40, 10, 300, 0, 1L), (null, learner, 0, 0, 400, 0, 1L)], told.Places.Select(p => (p.Number, p.Rep, p.Standing.Leads, p.Standing.Wins, p.Rate, p.HadToday, p.Most!.Value)));
        Assert.Null(LaneStandings.Of(world.Floor, world.Floor.Plan.Find("past")!, world.Today.Day));
    }

    private static World Top(string knob = "metric", string value = "closeRate") => World.With(
        Past,
        Lanes.Of("topProducer") with
        {
            OwnerMinutes = 60_000,
            FirstAttemptMinutes = 60_000,
            Settings = Set("explorePercent", "0").Add("floorPercent", "0").Add("capPercent", "100").SetItem(knob, value),
        });

    private static ImmutableSortedDictionary<string, string> Set(string name, string value) => Sorted.None<string>().Add(name, value);

    private static ImmutableArray<Standing> Standings(World world)
    {
        var lane = world.Floor.Plan.Find("lane")!;
        return lane.Method.Ranking.Standings(world.Floor, lane);
    }

    /// <summary>The first Monday from now, at noon.</summary>
    private static void NextWeek(World world)
    {
        world.Pass(TimeSpan.FromDays(7) - (world.Now.Date - world.Today.Week.ToDateTime(TimeOnly.MinValue)));
        world.Do(r => r.Emit(new FloorEvent.DayOpened(world.Today.Day, world.Floor.Secret)));
    }

    /// <summary>Leads that a person pulled blind, of which so many were won.</summary>
    private static void History(World world, RepId rep, int leads, int wins, decimal? value = null, string source = "web")
    {
        for (var i = 0; i < leads; i++)
        {
            var id = new LeadId(world.NewGuid());
            world.Do(r =>
            {
                r.Emit(new LeadEvent.Received(id, source, new Facts { Product = "past" }, world.Now, LeadState.Waiting, null, null));
                Engine.Route(r, id, WaitCause.Received);
            });
            Assert.Equal(id, world.Pulled(rep, "past"));
            Assert.Null(world.As(rep, r => LeadLife.Close(r, rep, id, i < wins ? Outcome.Won : Outcome.Lost, value, null)));
        }
    }

    private static RepId Given(World world)
    {
        var lead = world.Send();
        var rep = world.OfferedTo(lead);
        Assert.Null(world.Accept(rep, lead));
        return rep;
    }
}
