using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M2, M12, M33: people stand in a line.</summary>
public sealed class InLineTests
{
    private static readonly RepTerms Roomy = new() { WipLimit = 50 };

    [Fact]
    public void Cards_are_dealt_round_and_round_and_nobody_leaving_or_joining_resets_it()
    {
        var world = World.With(Lanes.Of("strictRotation"));
        var (a, b, c) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        Assert.Equal([a, b, c, a, b, c, a], Enumerable.Range(0, 7).Select(_ => Given(world)));
        world.Agree(b, t => t with { Active = false });
        var d = world.Join(Roomy);
        Assert.Equal([c, d, a, c, d, a], Enumerable.Range(0, 6).Select(_ => Given(world)));
        Assert.All(new[] { a, b, c, d }, r => Assert.Equal(0, world.Balance(r)));
    }

    [Fact]
    public void Whoever_is_not_there_is_skipped_and_a_pass_goes_to_the_next_in_line()
    {
        var world = World.With(Lanes.Of("strictRotation"));
        var (a, b, c) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        world.Set(b, Presence.Break);
        Assert.Equal([a, c, a], Enumerable.Range(0, 3).Select(_ => Given(world)));
        world.Set(b, Presence.Available);
        var lead = world.Send();
        Assert.Equal(b, world.OfferedTo(lead));
        world.PassOn(b, lead);
        Assert.Equal(c, world.OfferedTo(lead));
    }

    [Fact]
    public void The_lanes_list_is_the_order_and_whoever_it_does_not_name_comes_behind_it()
    {
        var world = World.With(Lanes.Of("strictRotation"));
        var (a, b, c) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        world.Plan(Lanes.Of("strictRotation") with { Version = 2, Settings = Set("order", $"{world.Of(c).Id:D}\n{world.Of(a).Id:D}") });
        Assert.Equal([c, a, b, c], Enumerable.Range(0, 4).Select(_ => Given(world)));

        // Another order goes on behind whoever was last.
        world.Plan(Lanes.Of("strictRotation") with { Version = 3, Settings = Set("order", $"{world.Of(b).Id:D}\n{world.Of(c).Id:D}\n{world.Of(a).Id:D}") });
        Assert.Equal([a, b, c], Enumerable.Range(0, 3).Select(_ => Given(world)));
    }

    [Fact]
    public void A_managers_pick_moves_nobodys_place_in_the_round()
    {
        var world = World.With(Lanes.Of("strictRotation"));
        var (a, b, c) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        Assert.Equal(a, Given(world));
        Assert.Null(world.Assign(world.Manager(), world.Send(), c));
        Assert.Equal([b, c, a], Enumerable.Range(0, 3).Select(_ => Given(world)));
    }

    [Fact]
    public void A_turn_that_is_given_back_comes_again()
    {
        var world = World.With(Lanes.Of("strictRotation"));
        var (a, b) = (world.Join(Roomy), world.Join(Roomy));
        var lead = world.Send();
        Assert.Equal(a, world.OfferedTo(lead));
        Assert.Null(world.Accept(a, lead));
        Assert.Null(world.Release(a, lead));
        Assert.Equal(b, world.OfferedTo(lead));
        Assert.Null(world.Accept(b, lead));
        Assert.Equal(a, Given(world));
    }

    [Fact]
    public void One_missed_turn_is_kept_where_the_lane_says_so_and_leaves_the_round_where_it_was()
    {
        var world = World.With(Lanes.Of("strictRotation") with { Settings = Set("keepMissed", "true") });
        var (a, b, c) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        Assert.Equal(a, Given(world));
        world.Set(b, Presence.WithCustomer);
        Assert.Equal([c, a, c, a], Enumerable.Range(0, 4).Select(_ => Given(world)));
        world.Set(b, Presence.Available);
        var lead = world.Send();
        Assert.Equal(b, world.OfferedTo(lead));
        Assert.Equal(Ground.KeptTurn, world.Happened<LeadEvent.Offered>().Last().Receipt.Ground);
        Assert.Null(world.Accept(b, lead));
        Assert.Equal([b, c, a], Enumerable.Range(0, 3).Select(_ => Given(world)));
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void Whoever_is_off_misses_no_turn()
    {
        var world = World.With(Lanes.Of("strictRotation") with { Settings = Set("keepMissed", "true") });
        var (a, b, c) = (world.Join(Roomy), world.Join(Roomy), world.Join(Roomy));
        world.Set(b, Presence.Off);
        Assert.Equal([a, c, a, c], Enumerable.Range(0, 4).Select(_ => Given(world)));
        world.Set(b, Presence.Available);
        Assert.Equal([a, b], Enumerable.Range(0, 2).Select(_ => Given(world)));
    }

    [Fact]
    public void A_linear_group_begins_at_the_top_each_time_and_a_circular_one_behind_the_last()
    {
        foreach (var (kind, places) in new[] { ("linear", new[] { 0, 0, 0, 0 }), ("circular", [0, 1, 2, 0]) })
        {
            var world = Hunt(kind);
            var reps = world.Join(3, Roomy);
            Assert.Equal(places.Select(p => reps[p]), Enumerable.Range(0, 4).Select(_ => Given(world)));
        }
    }

    [Fact]
    public void The_fewest_open_leads_come_first()
    {
        var world = Hunt("fewestOpen");
        var (a, b) = (world.Join(Roomy), world.Join(Roomy));
        var manager = world.Manager();
        foreach (var rep in new[] { a, a, b })
        {
            var lead = world.Send();
            Assert.Null(world.Assign(manager, lead, rep));
        }

        Assert.Equal(b, Given(world));
    }

    [Theory]
    [InlineData("huntGroup")]
    [InlineData("firstAvailable")]
    public void Idle_counts_from_the_last_lead_handled_and_a_change_of_presence_changes_nothing(string method)
    {
        var world = method == "huntGroup" ? Hunt("longestIdle") : World.With(Lanes.Of(method));
        var reps = world.Join(3, Roomy);
        var order = Enumerable.Range(0, 3).Select(_ => Given(world)).ToList();
        Assert.Equal(reps.Order(), order.Order());
        world.Set(order[0], Presence.Break);
        world.Set(order[0], Presence.Available);
        Assert.Equal(order[0], Given(world));

        var mine = world.Floor.Leads.Values.First(l => l.Owner == order[1]);
        world.Attempt(order[1], mine.Id, world.Now.AddDays(1));
        Assert.Equal(order[2], Given(world));
        Assert.Equal(order[0], Given(world));
        Assert.Equal(order[1], Given(world));
    }

    [Fact]
    public void After_one_full_pass_a_hunt_group_gives_it_to_the_fallback_at_once()
    {
        var world = World.With(Lanes.Of("huntGroup"), Lanes.Of("cherryPick", "below"));
        var reps = world.Join(3);
        var lead = world.Send();
        foreach (var _ in reps)
        {
            Assert.Equal("lane", world.Of(lead).Stay!.Lane);
            world.PassOn(world.OfferedTo(lead), lead);
        }

        Assert.Equal("below", world.Of(lead).Stay!.Lane);
    }

    [Fact]
    public void A_hunt_group_asks_nobody_twice_even_where_the_lane_would_let_it()
    {
        var world = World.With(Lanes.Of("huntGroup") with { NoRepeat = 0 }, Lanes.Of("cherryPick", "below"));
        var reps = world.Join(3);
        var lead = world.Send();
        foreach (var _ in reps)
        {
            world.Pass(60);
        }

        Assert.Equal("below", world.Of(lead).Stay!.Lane);
        Assert.Equal(3, world.Happened<LeadEvent.Offered>().Select(o => o.Rep).Distinct().Count());
    }

    [Fact]
    public void A_hunt_group_rings_at_one_person_for_its_own_seconds_and_never_longer_than_a_minute()
    {
        var world = World.With(Lanes.Of("huntGroup") with { Settings = Set("ringSeconds", "20") });
        world.Join(2);
        Assert.Equal(world.Now.AddSeconds(20), world.Of(world.Send()).Offer!.ExpiresAt);
        world = World.With(Lanes.Of("huntGroup"));
        world.Join(2);
        Assert.Equal(world.Now.AddSeconds(60), world.Of(world.Send()).Offer!.ExpiresAt);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void Lots_fall_by_weight_where_the_lane_says_so_and_evenly_where_not(string weighted)
    {
        var world = World.With(Lanes.Of("random") with { Settings = Set("weighted", weighted), OwnerMinutes = 600 });
        var (light, heavy) = (world.Join(new RepTerms { WeightThousandths = 1000, WipLimit = 5000 }), world.Join(new RepTerms { WeightThousandths = 3000, WipLimit = 5000 }));
        var lane = world.Floor.Plan.Find("lane")!;
        var lead = world.Of(world.Send());
        var draws = Enumerable.Range(1, 10_000).Select(entry => lane.Method.Ranking.Rank(world.Floor, lane, lead, [world.Of(light), world.Of(heavy)], entry).First).ToList();
        var expected = weighted == "true" ? 7500 : 5000;
        var heavies = draws.Count(d => d == heavy);

        // 99.9 % of fair draws stay below 10.83 with one degree of freedom.
        var chi = (Math.Pow(heavies - expected, 2) / expected) + (Math.Pow(heavies - expected, 2) / (10_000 - expected));
        Assert.True(chi < 10.83, $"{heavies} of {expected}");
    }

    private static World Hunt(string kind) => World.With(Lanes.Of("huntGroup") with { Settings = Set("kind", kind), OwnerMinutes = 600 });

    private static ImmutableSortedDictionary<string, string> Set(string name, string value) => Sorted.None<string>().Add(name, value);

    private static RepId Given(World world)
    {
        var lead = world.Send();
        var rep = world.OfferedTo(lead);
        Assert.Null(world.Accept(rep, lead));
        return rep;
    }
}
