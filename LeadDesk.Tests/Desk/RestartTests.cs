using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Live;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>What a stop of the desk means for those who worked on it.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private static readonly RepId Kim = new(1);
    private static readonly RepId Lou = new(2);
    private House house = null!;

    public async Task InitializeAsync()
    {
        house = await House.OpenAsync(Floors.Still("fairTurn"), Floors.Rep, Floors.Rep);
        await house.AvailableAsync(Kim);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task An_offer_that_ran_out_while_the_desk_was_down_is_withdrawn_without_blame()
    {
        var lead = await house.ReceiveAsync();
        Assert.Equal(lead, house.Floor.Person(Kim).Offer);
        await house.AvailableAsync(Kim, Presence.Break);
        await house.AvailableAsync(Kim);
        Assert.Equal(lead, house.Floor.Person(Kim).Offer);
        var booked = house.Floor.Find(lead)!.Entry!.Number;

        await DownAsync(TimeSpan.FromMinutes(10));

        var ended = Assert.Single(house.Events(), e => e.Event is LeadEvent.OfferEnded && e.At >= House.Start.AddMinutes(10));
        Assert.Equal(OfferEnd.Withdrawn, ((LeadEvent.OfferEnded)ended.Event).Why);
        var kim = house.Floor.Person(Kim);
        Assert.Equal((0, 0, Presence.Available), (kim.MissedInRow, kim.Today.Passed, kim.Presence));
        // Kim was not passed over for it: the lead is offered anew, and only that entry counts.
        Assert.Equal(lead, kim.Offer);
        Assert.NotEqual(booked, house.Floor.Find(lead)!.Entry!.Number);
        Assert.Equal((Int128)Share.One, house.Floor.LedgerOf("fairTurn").Of(Kim).Received);
        Assert.Equal(house.Floor.LedgerOf("fairTurn").Of(Kim).Due, house.Floor.LedgerOf("fairTurn").Of(Kim).Received);
    }

    [Theory]
    [InlineData(85, 20)]
    [InlineData(40, 50)]
    public async Task A_running_offer_has_at_least_twenty_seconds_left(int downSeconds, int leftSeconds)
    {
        await house.ReceiveAsync();

        await DownAsync(TimeSpan.FromSeconds(downSeconds));

        var offer = house.Floor.Find(house.Floor.Person(Kim).Offer!.Value)!.Offer!;
        Assert.Equal((House.Start.AddSeconds(downSeconds + leftSeconds), 0), (offer.ExpiresAt, offer.MoreTimes));
    }

    [Fact]
    public async Task The_twenty_seconds_run_from_when_the_door_is_open()
    {
        await house.ReceiveAsync();
        await DownAsync(TimeSpan.FromSeconds(85));
        house.Clock.Advance(TimeSpan.FromSeconds(8));

        await house.Get<Clerk>().StartedAsync(CancellationToken.None);

        Assert.Equal(House.Start.AddSeconds(113), house.Floor.Find(house.Floor.Person(Kim).Offer!.Value)!.Offer!.ExpiresAt);
    }

    [Fact]
    public async Task What_fell_due_meanwhile_fires_once_and_is_marked_late()
    {
        var plan = Floors.Still("fairTurn");
        await house.PublishAsync(plan with { Lanes = [plan.Lanes[0] with { FirstAttemptMinutes = 5 }], Clocks = new ClockRules { Reclaim = true } });
        var lead = await house.ReceiveAsync();
        await house.Loop.SendAsync(new Accept(Actor.Person(Kim, "api"), lead));

        await DownAsync(TimeSpan.FromMinutes(30));
        await house.TickAsync();
        await house.TickAsync(safety: true);

        var late = Assert.Single(house.Events(), e => e.Event is LeadEvent.WentLate);
        Assert.Equal(House.Start.AddMinutes(30), late.At);
        Assert.Single(house.Events(), e => e.Event is LeadEvent.Lost { Way: LossWay.Reclaimed });
        Assert.Equal(House.Start.AddMinutes(30), house.Floor.Find(lead)!.LateAt);
        Assert.Equal(2, house.Events().Count(e => e.Event is LeadEvent.Warned));
    }

    [Fact]
    public async Task Whoever_was_connected_becomes_away_after_the_grace_and_nobody_else_does()
    {
        await house.AvailableAsync(Lou);
        await ClerkAsync();
        await ConnectAsync(Kim);

        // Twice, the second crash within the grace: it begins anew.
        await DownAsync(TimeSpan.FromMinutes(2));
        await ClerkAsync();
        await PassAsync(TimeSpan.FromSeconds(30));
        await DownAsync(TimeSpan.FromMinutes(2));
        await ClerkAsync();
        await PassAsync(TimeSpan.FromSeconds(50));
        Assert.Equal([Presence.Available, Presence.Available], house.Floor.People.Select(p => p.Presence));
        Assert.True(house.Floor.Person(Kim).Connected);
        await PassAsync(TimeSpan.FromSeconds(15));

        Assert.Equal((Presence.Away, PresenceCause.ConnectionLost, false), (house.Floor.Person(Kim).Presence, house.Floor.Person(Kim).PresenceCause, house.Floor.Person(Kim).Connected));
        Assert.Equal(Presence.Available, house.Floor.Person(Lou).Presence);
    }

    [Fact]
    public async Task Whoever_comes_back_within_the_grace_stays_available()
    {
        await ClerkAsync();
        (await ConnectAsync(Kim)).Dispose();
        await PassAsync(TimeSpan.FromSeconds(55));
        using var back = house.Get<Connections>().Open(Kim);
        await PassAsync(TimeSpan.FromSeconds(90));

        Assert.Equal((Presence.Available, true), (house.Floor.Person(Kim).Presence, house.Floor.Person(Kim).Connected));
        Assert.Single(house.Events(), e => e.Event is FloorEvent.ConnectionChanged);
    }

    [Fact]
    public async Task An_orderly_end_writes_the_floor_down_and_the_next_start_uses_it()
    {
        await house.ReceiveAsync();
        await ClerkAsync();
        await house.Get<Clerk>().StopAsync(CancellationToken.None);
        var (seq, floor) = (house.Floor.Seq, Dump.Of(house.Floor));
        Assert.Equal([$"{seq}|{FloorCodec.Version}"], house.Ask("SELECT seq, fold_version FROM floor_snapshots"));
        await house.ReopenAsync();

        Assert.Equal(seq, house.Get<FloorSnapshots>().Newest);
        Assert.Equal(floor, Dump.Of(Floors.Folded(house.Events().Where(e => e.Seq <= seq))));
        Assert.Null(Dump.Difference(Dump.Of(house.Floor), Dump.Of(Floors.Folded(house.Events()))));
    }

    [Fact]
    public async Task A_broken_snapshot_costs_time_and_nothing_else()
    {
        await house.ReceiveAsync();
        await house.Get<FloorSnapshots>().SaveAsync(house.Floor.Seq, FloorCodec.Version, FloorCodec.Write(house.Floor));
        await house.ReceiveAsync(email: "b@example.com");
        await house.Get<FloorSnapshots>().SaveAsync(house.Floor.Seq, FloorCodec.Version, "{ half a flo"u8.ToArray());

        await house.ReopenAsync();

        Assert.Equal(2, house.Floor.Leads.Count);
        Assert.Null(Dump.Difference(Dump.Of(house.Floor), Dump.Of(Floors.Folded(house.Events()))));
    }

    [Fact]
    public async Task A_change_before_a_snapshot_can_be_taken_back_after_it_and_the_next_start_can_read_that()
    {
        var lead = await house.ReceiveAsync();
        var kim = Actor.Person(Kim, "page");
        await house.Loop.SendAsync(new Accept(kim, lead));
        var closed = await house.Loop.SendAsync(new SetOutcome(kim, lead, Outcome.Lost, null, null, Guid.NewGuid()));
        await house.Get<FloorSnapshots>().SaveAsync(house.Floor.Seq, FloorCodec.Version, FloorCodec.Write(house.Floor));
        await house.ReopenAsync();

        var undone = await house.Loop.SendAsync(new Undo(kim, closed.Decided.ActionId!.Value));
        await house.ReopenAsync();

        Assert.True(undone.IsDone);
        Assert.Equal((LeadState.Owned, Kim, "ring"), (house.Floor.Find(lead)!.State, house.Floor.Find(lead)!.Owner, house.Floor.Find(lead)!.Facts.Product));
    }

    private async Task DownAsync(TimeSpan time)
    {
        await house.CloseAsync();
        house.Clock.Advance(time);
        await house.OpenAsync();
    }

    /// <summary>Time passes before the clerk is there, not beside its first tick: a second that passes within a write is a disk that hangs.</summary>
    private async Task ClerkAsync()
    {
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Get<Clerk>().StartAsync(CancellationToken.None);
        await TickedAsync();
    }

    private async Task<IDisposable> ConnectAsync(RepId person)
    {
        var line = house.Get<Connections>().Open(person);
        await UntilAsync(() => house.Floor.Person(person).Connected);
        return line;
    }

    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await TickedAsync();
        }
    }

    private Task TickedAsync() => UntilAsync(() => house.Get<Clerk>().SinceTick == TimeSpan.Zero);

    private static async Task UntilAsync(Func<bool> happened)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!happened())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
