using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M18 to M23: whom a lead suits.</summary>
public sealed class SpecialistTests
{
    [Fact]
    public void Rings_open_from_level_two_to_one_to_anybody()
    {
        var world = World.With(Lanes.Of("productSpecialist"));
        var (plain, some, expert) = (world.Join(), world.Join(Knows("ring", 1)), world.Join(Knows("ring", 3)));
        var lead = world.Send(new Facts { Product = "Ring" });
        Assert.Equal(expert, world.OfferedTo(lead));
        world.PassOn(expert, lead);
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
        world.Pass(60);
        Assert.Equal(some, world.OfferedTo(lead));
        world.PassOn(some, lead);
        world.Pass(60);
        Assert.Equal(plain, world.OfferedTo(lead));
    }

    [Fact]
    public void A_label_that_nobody_knows_waits_for_nobody()
    {
        var world = World.With(Lanes.Of("sourceSpecialist"));
        var rep = world.Join(Knows("ring", 2));
        Assert.Equal(rep, world.OfferedTo(world.Send()));
    }

    [Fact]
    public void Rings_of_ones_own_set_the_seconds_and_the_last_is_for_anybody()
    {
        var world = World.With(Lanes.Of("productSpecialist") with { Rings = [new Ring { ForSeconds = 10 }, new Ring { ForSeconds = 20 }] });
        var (plain, expert) = (world.Join(), world.Join(Knows("ring", 2)));
        world.Set(expert, Presence.Break);
        var lead = world.Send(new Facts { Product = "ring" });
        world.Pass(9);
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
        world.Pass(1);
        Assert.Equal(plain, world.OfferedTo(lead));
    }

    [Fact]
    public void Inside_a_ring_it_is_a_fair_turn()
    {
        var world = World.With(Lanes.Of("sourceSpecialist") with { OwnerMinutes = 600 });
        var experts = world.Join(3, Knows("web", 2) with { WipLimit = 200 });
        var plain = world.Join(new RepTerms { WipLimit = 200 });
        for (var i = 0; i < 90; i++)
        {
            var lead = world.Send();
            world.Accept(world.OfferedTo(lead), lead);
        }

        Assert.All(experts, e => Assert.Equal(30, world.Received(e)));
        Assert.Equal(0, world.Received(plain));
    }

    [Theory]
    [InlineData("productSpecialist")]
    [InlineData("matchScore")]
    public void A_share_of_variety_goes_to_those_who_do_not_know_it(string method)
    {
        var world = World.With(Lanes.Of(method) with { OwnerMinutes = 6000, Settings = Set("varietyPercent", "20") });
        var expert = world.Join(Knows("ring", 3) with { WipLimit = 2000 });
        var plain = world.Join(new RepTerms { WipLimit = 2000 });
        for (var i = 0; i < 1000; i++)
        {
            var lead = world.Send(new Facts { Product = "ring" });
            world.Accept(world.OfferedTo(lead), lead);
        }

        // Binomial with n = 1000 and p = 0.2: four standard deviations are 51.
        Assert.InRange(world.Received(plain), 149, 251);
        Assert.Equal(1000, world.Received(plain) + world.Received(expert));
        Assert.Contains(world.Happened<LeadEvent.Offered>(), o => o.Rep == plain && o.Receipt.Ground == Ground.Variety);
    }

    [Fact]
    public void A_map_names_the_skill_behind_a_label()
    {
        var world = World.With(Lanes.Of("sourceSpecialist") with { Settings = Set("skills", "web\tonline") });
        var plain = world.Join();
        var online = world.Join(Knows("online", 2));
        Assert.Equal(online, world.OfferedTo(world.Send()));
        Assert.Equal(LeadState.Waiting, world.Of(world.Send()).State);
        Assert.Equal(0, world.Received(plain));
    }

    [Fact]
    public void A_wrong_label_goes_on_with_its_age_gives_the_turn_back_once_and_twice_is_a_managers_matter()
    {
        var world = World.With(Lanes.Of("productSpecialist"));
        world.Join(new RepTerms { WipLimit = 9 });
        world.Join(new RepTerms { WipLimit = 9 });
        var lead = world.Send(new Facts { Product = "ring" }, TimeSpan.FromMinutes(3));
        var sent = world.Of(lead).SentAt;
        var first = world.OfferedTo(lead);
        world.Accept(first, lead);
        var before = (world.Received(first), world.Balance(first), world.Of(first).ThisDay, world.Of(first).Today.Taken, world.Of(first).LastHandled, world.Of(lead).Facts);
        var action = world.NewGuid();
        Assert.Null(world.Relabel(first, lead, new Facts { Product = "watch" }, action));
        Assert.Null(world.Undo(first, action));
        Assert.Equal((first, before), (world.Of(lead).Owner!.Value, (world.Received(first), world.Balance(first), world.Of(first).ThisDay, world.Of(first).Today.Taken, world.Of(first).LastHandled, world.Of(lead).Facts)));
        Assert.Null(world.Relabel(first, lead, new Facts { Product = "watch" }));
        var second = world.OfferedTo(lead);
        world.Accept(second, lead);
        Assert.Null(world.Relabel(second, lead, new Facts { Product = "chain" }));
        Assert.True(world.Of(lead).WithManagersSince is not null);
        Assert.Equal(sent, world.Of(lead).SentAt);
        Assert.Equal(0, world.Received(first) + world.Received(second));
    }

    [Fact]
    public void The_longest_postcode_wins_then_the_wider_one_then_the_team_then_anybody()
    {
        var world = World.With(Lanes.Of("region"));
        var (stranger, mate) = (world.Join(), world.Join(new RepTerms { Teams = ["north"] }));
        var wide = world.Join(new RepTerms { Regions = ["98"], WipLimit = 9 });
        var owner = world.Join(new RepTerms { Regions = ["981"], Teams = ["north"], WipLimit = 9 });
        var lead = world.Send(new Facts { Postcode = "98101", Region = "Seattle" });
        foreach (var expected in new[] { owner, wide, mate, stranger })
        {
            Assert.Equal(expected, world.OfferedTo(lead));
            world.PassOn(expected, lead);
        }

        Assert.Equal([Ground.Region, Ground.RegionCover, Ground.RegionTeam, null], world.Happened<LeadEvent.Offered>().Select(o => o.Receipt.Ground));
        world.Set(owner, Presence.Break);
        Assert.Equal(wide, world.OfferedTo(world.Send(new Facts { Postcode = "98102" })));
    }

    [Fact]
    public void Whoever_covers_for_the_regions_owner_comes_before_a_wider_region()
    {
        var world = World.With(Lanes.Of("region"));
        var owner = world.Join(new RepTerms { Regions = ["981"] });
        var (wide, cover) = (world.Join(new RepTerms { Regions = ["98"] }), world.Join());
        world.Plan(Lanes.Of("region") with { Version = 2, Settings = Set("cover", $"{world.Of(owner).Id:D}\t{world.Of(cover).Id:D}") });
        world.Set(owner, Presence.Break);
        Assert.Equal(cover, world.OfferedTo(world.Send(new Facts { Postcode = "98101" })));
        Assert.Equal(wide, world.OfferedTo(world.Send(new Facts { Postcode = "98101" })));
    }

    [Fact]
    public void Overlaps_come_out_the_same_whoever_joined_first()
    {
        foreach (var order in new[] { new[] { "981", "98", "Seattle" }, ["Seattle", "98", "981"], ["98", "981", "Seattle"] })
        {
            var world = World.With(Lanes.Of("region"));
            var reps = order.ToDictionary(r => r, r => world.Join(new RepTerms { Regions = [r] }));
            var lead = world.Send(new Facts { Postcode = "98101", Region = "seattle" });
            foreach (var next in new[] { "981", "98", "Seattle" })
            {
                Assert.Equal(reps[next], world.OfferedTo(lead));
                world.PassOn(reps[next], lead);
            }
        }
    }

    [Fact]
    public void In_a_hard_region_nobody_from_elsewhere_gets_it_but_a_place_that_is_nobodys_waits_for_nobody()
    {
        var world = World.With(Lanes.Of("region") with { Settings = Set("hard", "true") });
        var (owner, stranger) = (world.Join(new RepTerms { Regions = ["981"] }), world.Join());
        world.Set(owner, Presence.Break);
        var lead = world.Send(new Facts { Postcode = "98101" });
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
        Assert.Contains(new PassedOver(stranger, Test.E7), world.Field(lead).PassedOver);
        Assert.Equal(stranger, world.OfferedTo(world.Send(new Facts { Postcode = "10115" })));
    }

    [Fact]
    public void A_lead_at_night_goes_first_to_whoever_is_there_when_the_customer_may_be_called()
    {
        // Noon in London is 21:00 in Tokyo: the next call may be at 8:00 there, which is 23:00 in London.
        var world = new World(1, "2026-03-04 14:00Z").Plan(Lanes.Of("country"));
        world.Join(new RepTerms { Shift = Calendars.Hours("UTC", "mon-sun 08:00-18:00") });
        var late = world.Join(new RepTerms { Shift = Calendars.Hours("UTC", "mon-sun 12:00-24:00") });
        var lead = world.Send(new Facts { Country = "JP" });
        Assert.Equal(late, world.OfferedTo(lead));
        Assert.Equal(Ground.CallingHours, world.Happened<LeadEvent.Offered>().Last().Receipt.Ground);
        Assert.False(CallingHours.Of(world.Of(lead).Facts)!.MayCall(world.Now));
        Assert.Equal(Calendars.At("2026-03-04 23:00Z"), CallingHours.Of(world.Of(lead).Facts)!.Next(world.Now));
        Assert.Equal(Calendars.At("2026-03-05 09:00Z"), CallingHours.Of(world.Of(lead).Facts with { ContactHours = "18:00-20:30" })!.Next(world.Now));
        Assert.Null(CallingHours.Of(new Facts { Country = "US" }));
    }

    [Fact]
    public void Who_speaks_the_language_comes_first()
    {
        var world = World.With(Lanes.Of("country"));
        world.Join();
        var german = world.Join(new RepTerms { Languages = ["de"] });
        Assert.Equal(german, world.OfferedTo(world.Send(new Facts { Language = "DE", Country = "AT" })));
    }

    [Fact]
    public void A_rookie_never_gets_the_big_ones_and_what_is_not_known_counts_as_small()
    {
        var world = World.With(Lanes.Of("companySize") with { OwnerMinutes = 600 });
        var rookie = world.Join(new RepTerms { WipLimit = 50 });
        var senior = world.Join(new RepTerms { WipLimit = 50, Seniority = 3 });
        for (var i = 0; i < 5; i++)
        {
            var big = world.Send(new Facts { CompanySize = 300 });
            Assert.Equal(senior, world.OfferedTo(big));
            world.Accept(senior, big);
        }

        Assert.Contains(new PassedOver(rookie, Test.E7), world.Happened<LeadEvent.Offered>().Last().Receipt.PassedOver);
        Assert.Equal(rookie, world.OfferedTo(world.Send()));
    }

    [Fact]
    public void Juniors_keep_a_share_of_the_middle_bands_and_have_what_no_senior_can_take()
    {
        var world = World.With(Lanes.Of("companySize") with { OwnerMinutes = 6000, FirstAttemptMinutes = 6000 });
        var (rookie, senior) = (world.Join(new RepTerms { WipLimit = 2000 }), world.Join(new RepTerms { WipLimit = 2000, Seniority = 3 }));
        for (var i = 0; i < 1000; i++)
        {
            var lead = world.Send(new Facts { CompanySize = 60 });
            world.Accept(world.OfferedTo(lead), lead);
        }

        Assert.InRange(world.Received(rookie), 149, 251);
        world.Set(senior, Presence.Break);
        Assert.Equal(rookie, world.OfferedTo(world.Send(new Facts { CompanySize = 60 })));
        Assert.Equal(LeadState.Waiting, world.Of(world.Send(new Facts { CompanySize = 300 })).State);
    }

    [Fact]
    public void Bands_may_be_of_value_too()
    {
        var world = World.With(Lanes.Of("companySize") with { Settings = Set("by", "value").Add("bands", "1000\t2") });
        world.Join();
        var senior = world.Join(new RepTerms { Seniority = 2 });
        Assert.Equal(senior, world.OfferedTo(world.Send(new Facts { Value = 1000 })));
    }

    [Fact]
    public void The_best_match_comes_first_and_only_the_tied_share()
    {
        var world = World.With(Lanes.Of("matchScore"));
        var plain = world.Join();
        var match = world.Join(new RepTerms { Languages = ["de"] });
        Assert.Equal(match, world.OfferedTo(world.Send(new Facts { Language = "de" })));
        Assert.Equal(0, world.Balance(plain));
        Assert.Equal([new Figure(plain, 0), new Figure(match, 3)], world.Happened<LeadEvent.Offered>().Last().Receipt.Figures!.Value);
    }

    [Fact]
    public void Industry_experience_and_earlier_contact_count_as_the_lane_weighs_them()
    {
        var world = World.With(Lanes.Of("matchScore") with { Settings = Set("weights", "industry\t2\nexperience\t3\nearlierContact\t10") });
        var (some, expert, known) = (world.Join(Knows("dental", 1)), world.Join(Knows("Dental", 3)), world.Join());
        var lead = world.Send(new Facts { Industry = "dental" }, known: known);
        Assert.Equal(known, world.OfferedTo(lead));
        world.PassOn(known, lead);
        Assert.Equal(expert, world.OfferedTo(lead));
        world.PassOn(expert, lead);
        Assert.Equal(some, world.OfferedTo(lead));
    }

    [Fact]
    public void With_everything_a_near_tie_it_is_a_fair_turn()
    {
        var world = World.With(Lanes.Of("matchScore", "match") with { When = Lanes.Product("m"), Settings = Set("nearTie", "1000000") }, Lanes.Of("fairTurn", "fair"));
        var lane = world.Floor.Plan.Find("match")!;
        var fair = world.Floor.Plan.Find("fair")!;
        ImmutableArray<Rep> reps = [.. world.Join(4).Select((r, i) => world.Of(r) with { Terms = new RepTerms { Languages = i == 0 ? ["de"] : [] } })];
        var lead = world.Of(world.Send(new Facts { Product = "m", Language = "de" }));
        for (var entry = 1; entry <= 50; entry++)
        {
            Assert.Equal(fair.Method.Ranking.Rank(world.Floor, fair, lead, reps, 1000 + entry).First, lane.Method.Ranking.Rank(world.Floor with { Ledgers = world.Floor.Ledgers.Remove("match") }, lane, lead, reps, 1000 + entry).First);
        }
    }

    [Fact]
    public void A_lead_promoted_to_sales_enters_at_its_true_age_and_leaves_the_sales_balances_alone()
    {
        var world = World.With(Lanes.Of("nonSalesRota", "questions") with { When = new LaneFilter { RequestKind = [RequestKind.NonSales] } }, Lanes.Of("fairTurn", "sales"));
        world.Join(3, new RepTerms { WipLimit = 9 });
        var lead = world.Send(new Facts { RequestKind = RequestKind.NonSales }, TimeSpan.FromMinutes(4));
        var (sent, rep) = (world.Of(lead).SentAt, world.OfferedTo(lead));
        world.Accept(rep, lead);
        Assert.False(world.Floor.Ledgers.ContainsKey("sales"));
        Assert.Null(world.Relabel(rep, lead, new Facts { RequestKind = RequestKind.Quote }));
        Assert.Equal(("sales", sent), (world.Of(lead).Stay!.Lane, world.Of(lead).SentAt));
    }

    private static RepTerms Knows(string skill, int level) => new() { Skills = Sorted.None<int>().Add(skill, level) };

    private static ImmutableSortedDictionary<string, string> Set(string name, string value) => Sorted.None<string>().Add(name, value);
}
