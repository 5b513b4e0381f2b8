using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M24: some warm leads up and hand the customer on the line to a senior within 30 s, or agree on a time; both are credited.</summary>
public sealed class WarmUpTests
{
    private static readonly RepTerms Senior = new() { Seniority = 3 };
    private readonly World world = World.With(Lanes.Of("warmUp") with { FirstAttemptMinutes = 600 }, Lanes.Of("cherryPick", "below"));
    private readonly RepId kim;

    public WarmUpTests() => kim = world.Join(new RepTerms { WipLimit = 30 });

    [Fact]
    public void New_leads_go_to_everybody_but_the_seniors()
    {
        var senior = world.Join(Senior);
        Assert.Equal([kim, kim, kim], Enumerable.Range(0, 3).Select(_ => world.Of(Warm()).Owner!.Value));
        Assert.All(world.Happened<LeadEvent.Offered>(), o => Assert.Equal(Test.E7, o.Receipt.PassedOver.Single(p => p.Rep == senior).Test));
    }

    [Fact]
    public void A_transfer_rings_at_every_senior_who_is_free_and_the_first_who_takes_it_has_the_customer()
    {
        var (first, second, busy) = (world.Join(Senior), world.Join(Senior), world.Join(Senior, Presence.WithCustomer));
        var other = world.Join();
        var lead = Warm();
        Assert.Null(Transfer(lead));
        Assert.Equal([first, second], world.Of(lead).Transfer!.To.AsEnumerable());
        Assert.Equal(RefusalCode.Unknown, world.Claim(busy, lead)!.Code);
        Assert.Equal(RefusalCode.Unknown, world.Claim(other, lead)!.Code);
        Assert.Null(world.Claim(second, lead));
        var late = world.Claim(first, lead)!;
        Assert.Equal((RefusalCode.AlreadyTaken, second), (late.Code, late.By!.Value));
        Assert.Equal((second, TakeWay.Transferred, kim), (world.Of(lead).Owner!.Value, world.Happened<LeadEvent.Taken>().Last().Way, world.Of(lead).WarmedBy!.Value));
        Assert.Empty(world.Floor.Transfers);
        Assert.Equal(0, world.Floor.LedgerOf("lane").Balances());
    }

    [Fact]
    public void After_thirty_seconds_it_rings_no_more_and_stays_with_whoever_warmed_it_up()
    {
        var senior = world.Join(Senior);
        var lead = Warm();
        Transfer(lead);
        world.Pass(29.999);
        Assert.True(world.Of(lead).Transfer!.IsOpen);
        world.Pass(0.001);
        Assert.Equal((TransferEnd.TimedOut, kim), (world.Of(lead).Transfer!.End!.Value, world.Of(lead).Owner!.Value));
        Assert.Equal(RefusalCode.AlreadyTaken, world.Claim(senior, lead)!.Code);

        // And again, as often as the customer stays on the line.
        Assert.Null(Transfer(lead));
        Assert.Null(world.Claim(senior, lead));
    }

    [Fact]
    public void Nobody_free_is_told_at_once_and_a_time_is_booked_from_the_seniors_calendar()
    {
        var hours = Calendars.Hours("UTC", "mon-fri 10:00-12:00");
        var shop = new World(1, "2026-03-04 11:10Z").Plan(Lanes.Of("warmUp") with { FirstAttemptMinutes = 600 });
        var (lou, senior) = (shop.Join(), shop.Join(Senior with { Shift = hours }, Presence.Off));
        var lead = shop.Send();
        shop.Accept(lou, lead);
        Assert.Null(shop.As(lou, r => LeadLife.Transfer(r, lou, lead)));
        Assert.Equal(TransferEnd.NobodyFree, shop.Of(lead).Transfer!.End);

        var slots = WarmUp.Slots(shop.Floor, shop.Floor.Plan.Find("lane")!, shop.Of(lead), shop.Now, 4);
        Assert.Equal(["2026-03-04 11:30Z", "2026-03-05 10:00Z", "2026-03-05 10:30Z", "2026-03-05 11:00Z"], slots.Select(s => s.At.ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(RefusalCode.SlotTaken, Book(shop, lou, lead, senior, Calendars.At("2026-03-05 12:00Z"))!.Code);
        Assert.Null(Book(shop, lou, lead, senior, slots[0].At));
        Assert.Equal((senior, LeadState.Parked, slots[0].At), (shop.Of(lead).Owner!.Value, shop.Of(lead).State, shop.Of(lead).NextAt!.Value));

        // What is promised is promised.
        var next = shop.Send();
        shop.Accept(lou, next);
        shop.Attempt(lou, next);
        Assert.Equal(RefusalCode.SlotTaken, Book(shop, lou, next, senior, slots[0].At)!.Code);
        shop.Until("2026-03-04 11:30Z");
        Assert.NotEqual(LeadState.Parked, shop.Of(lead).State);
    }

    [Fact]
    public void A_win_is_credited_to_the_closer_and_as_an_assist_to_whoever_warmed_it_up()
    {
        var senior = world.Join(Senior);
        var lead = Warm();
        Transfer(lead);
        world.Claim(senior, lead);
        world.Close(senior, lead, Outcome.Won);
        Assert.Equal([(senior, CreditKind.Close, 100), (kim, CreditKind.Assist, 100)], world.Of(lead).Credits.Select(c => (c.Rep, c.Kind, c.Percent)));
        Assert.Equal((1, 1), (world.Of(senior).WorkIn(world.Today.Month).Sales, world.Of(kim).WorkIn(world.Today.Month).Assists));
    }

    [Fact]
    public void Whoever_says_no_is_not_rung_at_again_and_once_all_have_the_owner_goes_on()
    {
        var (first, second) = (world.Join(Senior), world.Join(Senior));
        var lead = Warm();
        Transfer(lead);
        Assert.Null(world.PassOn(first, lead));
        Assert.True(world.Of(lead).Transfer!.IsOpen);
        Assert.False(world.Of(lead).Transfer!.Rings(first));
        world.Tick();
        Assert.Equal([first], world.Of(lead).Transfer!.Declined.AsEnumerable());
        Assert.Null(world.PassOn(second, lead));
        Assert.Equal((TransferEnd.Declined, kim), (world.Of(lead).Transfer!.End!.Value, world.Of(lead).Owner!.Value));
    }

    [Fact]
    public void A_senior_who_becomes_free_while_it_rings_hears_it_too()
    {
        var (first, second) = (world.Join(Senior), world.Join(Senior, Presence.Break));
        var lead = Warm();
        Transfer(lead);
        world.Pass(10);
        world.Set(second, Presence.Available);
        Assert.Equal([first, second], world.Of(lead).Transfer!.To.AsEnumerable());
        Assert.Null(world.Claim(second, lead));
    }

    [Fact]
    public void What_a_senior_gives_back_returns_to_whoever_warmed_it_up_and_counts_once()
    {
        var senior = world.Join(Senior);
        var lead = Warm();
        Transfer(lead);
        world.Claim(senior, lead);
        Assert.Null(world.Release(senior, lead));
        Assert.Equal((kim, TakeWay.SentBack), (world.Of(lead).Owner!.Value, world.Happened<LeadEvent.Taken>().Last().Way));
        Assert.Equal((1, 1), (world.Of(kim).ThisDay.Number, world.Received(kim)));
        Assert.Equal(0, world.Floor.LedgerOf("lane").Balances());

        // Whoever warmed it up has gone home: it waits in its lane like any other.
        var second = Warm();
        Transfer(second);
        world.Claim(senior, second);
        world.Set(kim, Presence.Off);
        Assert.Null(world.Release(senior, second));
        Assert.Null(world.Of(second).Owner);
    }

    [Fact]
    public void Limits_hold_on_the_line_too_and_only_its_owner_hands_it_over()
    {
        var senior = world.Join(Senior with { WipLimit = 1 });
        var lead = Warm();
        Transfer(lead);
        Assert.Null(world.Claim(senior, lead));
        var second = Warm();
        Transfer(second);
        Assert.Equal(TransferEnd.NobodyFree, world.Of(second).Transfer!.End);
        Assert.NotNull(world.As(senior, r => LeadLife.Transfer(r, senior, second)));
        Assert.Equal(RefusalCode.WrongState, world.As(senior, r => LeadLife.Transfer(r, senior, lead))!.Code);
    }

    [Fact]
    public void The_owner_calls_it_off_and_whatever_else_they_do_ends_it()
    {
        world.Join(Senior);
        var lead = Warm();
        Transfer(lead);
        Assert.Null(world.As(kim, r => LeadLife.CallOff(r, kim, lead)));
        Assert.Equal(TransferEnd.CalledOff, world.Of(lead).Transfer!.End);
        Transfer(lead);
        world.Close(kim, lead);
        Assert.Empty(world.Floor.Transfers);
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void Seniors_may_be_named_by_team()
    {
        world.Plan(Lanes.Of("warmUp").Set("seniorTeams", "closers") with { Version = 2 });
        var (closer, old) = (world.Join(new RepTerms { Teams = ["closers"] }), world.Join(Senior with { WipLimit = 1 }));
        var lead = Warm();
        world.As(world.Of(lead).Owner!.Value, r => LeadLife.Transfer(r, world.Of(lead).Owner!.Value, lead));
        Assert.Equal([closer], world.Of(lead).Transfer!.To.AsEnumerable());
        Assert.NotEqual(closer, old);
    }

    private LeadId Warm()
    {
        var lead = world.Send();
        Assert.Null(world.Accept(world.OfferedTo(lead), lead));
        return lead;
    }

    private Refusal? Transfer(LeadId lead) => world.As(kim, r => LeadLife.Transfer(r, kim, lead));

    private static Refusal? Book(World world, RepId owner, LeadId lead, RepId to, DateTimeOffset at) => world.As(owner, r => LeadLife.Book(r, owner, lead, to, at));
}
