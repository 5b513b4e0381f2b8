using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M27: closers own an account for its days, then the territory's manager has it; both are credited with a win if the quotas are met.</summary>
public sealed class IncomingCallGroupTests
{
    private static readonly Lane Calls = Lanes.Of("incomingCallGroup") with { Rings = [new Ring { Team = "closers", ForSeconds = 3600 }], Fallback = Fallback.Managers };
    private static readonly Facts North = new() { Region = "North", Postcode = "98101" };
    private readonly World world;
    private readonly RepId kim;
    private readonly RepId lou;
    private readonly RepId north;

    public IncomingCallGroupTests()
    {
        world = World.With(Calls.Set("leastAttempts", "0").Set("territoryTeams", "field"));
        (kim, lou) = (Closer(), Closer());
        north = world.Join(new RepTerms { Teams = ["field"], Regions = ["98"] }, Presence.Off);
        world.Join(new RepTerms { Teams = ["field"], Regions = ["9"] }, Presence.Off);
        world.Join(new RepTerms { Regions = ["98101"] }, Presence.Off);
    }

    [Fact]
    public void Who_served_the_account_last_comes_first_then_whoever_was_idle_the_longest()
    {
        var first = world.Of(Owned()).Owner!.Value;
        var other = first == kim ? lou : kim;
        Assert.Equal(first, world.OfferedTo(world.Send(North, known: first)));
        Assert.Equal(other, world.OfferedTo(world.Send(North)));

        var idle = World.With(Calls.Set("lastUsed", "longestIdle"));
        var reps = idle.Join(2, new RepTerms { Teams = ["closers"] });
        var had = idle.OfferedTo(idle.Send(North));
        idle.Accept(had, idle.Floor.People.Single(p => p.Number == had).Offer!.Value);
        Assert.Equal(reps.Single(r => r != had), idle.OfferedTo(idle.Send(North, known: had)));
    }

    [Fact]
    public void At_the_minute_its_time_is_over_the_territorys_manager_has_it_with_its_history()
    {
        var lead = Owned();
        var closer = world.Of(lead).Owner!.Value;
        world.Attempt(closer, lead, result: AttemptResult.Reached);
        world.Pass(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.Equal(closer, world.Of(lead).Owner);
        world.Pass(1);
        var taken = world.Happened<LeadEvent.Taken>().Last();
        Assert.Equal((north, TakeWay.Territory, north), (world.Of(lead).Owner!.Value, taken.Way, Assert.Single(taken.Entry!.Slices).Rep));
        Assert.Single(world.Of(lead).Attempts);
        Assert.Null(world.Of(lead).OwnedUntil);
    }

    [Fact]
    public void Outside_hours_it_waits_for_the_opening_and_without_a_territory_it_goes_to_the_managers()
    {
        var shop = new World(1, "2026-03-04 12:00Z").Plan(Calendars.Hours("UTC", "mon-fri 10:00-11:00 12:00-18:00"), Calls.Set("leastAttempts", "0") with { OwnershipDays = 3 });
        var rep = shop.Join(new RepTerms { Teams = ["closers"] });
        var lead = shop.Send(North);
        shop.Accept(rep, lead);
        shop.Attempt(rep, lead);
        shop.Until("2026-03-09 09:59Z");
        Assert.Equal(rep, shop.Of(lead).Owner);
        shop.Until("2026-03-09 10:00Z");
        Assert.NotNull(shop.Of(lead).WithManagersSince);
    }

    [Fact]
    public void A_manager_gives_more_time_once()
    {
        var lead = Owned();
        var (closer, manager) = (world.Of(lead).Owner!.Value, world.Manager());
        world.Attempt(closer, lead);
        Assert.Null(world.Extend(manager, lead));
        Assert.Equal(RefusalCode.WrongState, world.Extend(manager, lead)!.Code);
        world.Pass(TimeSpan.FromDays(28) - TimeSpan.FromSeconds(1));
        Assert.Equal(closer, world.Of(lead).Owner);
        world.Pass(1);
        Assert.Equal(north, world.Of(lead).Owner);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void By_half_of_the_time_six_tries_or_it_goes_on_early(int tries, bool keeps)
    {
        world.Plan(Calls.Set("territoryTeams", "field") with { Version = 2 });
        var lead = Owned();
        var closer = world.Of(lead).Owner!.Value;
        for (var i = 0; i < tries; i++)
        {
            world.Attempt(closer, lead, world.Now.AddDays(30));
        }

        world.Pass(TimeSpan.FromDays(7));
        Assert.Equal(keeps ? closer : north, world.Of(lead).Owner);
    }

    [Fact]
    public void A_win_is_credited_to_both_where_the_quotas_are_met_and_to_the_closer_alone_where_not()
    {
        world.Plan(Calls.Set("leastAttempts", "0").Set("territoryTeams", "field").Set("quotas", "calls\t2\ncontacts\t1") with { Version = 2 });
        var missed = Won();
        Assert.Equal([CreditKind.Close], world.Of(missed).Credits.Select(c => c.Kind));

        // The territory's manager works: two calls, one of them a contact.
        var own = world.WalkIn(north, North);
        world.Attempt(north, own, result: AttemptResult.NoAnswer);
        world.Attempt(north, own, result: AttemptResult.Reached);
        var met = Won();
        Assert.Equal([(world.Of(met).Owner!.Value, CreditKind.Close, 100), (north, CreditKind.Territory, 100)], world.Of(met).Credits.Select(c => (c.Rep, c.Kind, c.Percent)));
        Assert.Equal(1, world.Of(north).WorkIn(world.Today.Month).Territory);

        // In another month the quotas begin anew.
        world.Pass(TimeSpan.FromDays(31));
        Assert.Single(world.Of(Won()).Credits);
    }

    [Fact]
    public void An_undone_win_takes_its_credits_back()
    {
        var lead = Owned();
        var (closer, action) = (world.Of(lead).Owner!.Value, world.NewGuid());
        world.Close(closer, lead, Outcome.Won, action);
        Assert.Equal((1, 1), (world.Of(closer).WorkIn(world.Today.Month).Sales, world.Of(north).WorkIn(world.Today.Month).Territory));
        Assert.Null(world.Undo(closer, action));
        Assert.Equal((0, 0), (world.Of(closer).WorkIn(world.Today.Month).Sales, world.Of(north).WorkIn(world.Today.Month).Territory));
    }

    private RepId Closer() => world.Join(new RepTerms { Teams = ["closers"], WipLimit = 50 });

    private LeadId Owned()
    {
        var lead = world.Send(North);
        Assert.Null(world.Accept(world.OfferedTo(lead), lead));
        return lead;
    }

    private LeadId Won()
    {
        var lead = Owned();
        Assert.Null(world.Close(world.Of(lead).Owner!.Value, lead, Outcome.Won));
        return lead;
    }
}
