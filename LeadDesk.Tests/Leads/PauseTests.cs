using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>A paused intake keeps what comes in; it refuses nothing and loses nothing.</summary>
public sealed class PauseTests
{
    private readonly World world = World.With(Lanes.Of("fairTurn") with { FirstAttemptMinutes = 60, HoldMinutes = [5, 15] });

    [Fact]
    public void What_comes_in_meanwhile_waits_and_goes_out_the_oldest_first_at_its_end()
    {
        var (rep, manager) = (world.Join(), world.Manager());
        world.Pause(manager, PauseScope.All, 30);
        var late = world.Send();
        var early = world.Send(ago: TimeSpan.FromMinutes(3));
        Assert.Equal((LeadState.Waiting, LeadState.Waiting), (world.Of(late).State, world.Of(early).State));

        world.Pass(TimeSpan.FromMinutes(29));
        Assert.Equal(2, world.Floor.Paused.Count);
        Assert.Null(world.Of(late).Stay!.HeldSince);

        world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(rep, world.OfferedTo(early));
        Assert.Empty(world.Floor.Pauses);
        Assert.Equal(new FloorEvent.IntakeResumed(PauseScope.All, ByTime: true), Assert.Single(world.Happened<FloorEvent.IntakeResumed>()));
        Assert.Null(world.Accept(rep, early));
        world.Tick();
        Assert.Equal(rep, world.OfferedTo(late));
    }

    [Fact]
    public void The_customers_clock_runs_on_and_the_age_stays()
    {
        world.Join();
        world.Pause(world.Manager(), PauseScope.All, 90);
        var lead = world.Send();
        var (sent, due) = (world.Of(lead).SentAt, world.Of(lead).Due);
        world.Pass(TimeSpan.FromMinutes(60));
        Assert.NotNull(world.Of(lead).LateAt);
        world.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal((sent, due), (world.Of(lead).SentAt, world.Of(lead).Due));
    }

    [Fact]
    public void What_had_come_before_goes_on()
    {
        var manager = world.Manager();
        var before = world.Send();
        world.Now = world.Now.AddSeconds(1);
        world.Pause(manager, PauseScope.All, 30);
        var rep = world.Join();
        Assert.Equal(rep, world.OfferedTo(before));
        world.PassOn(rep, before);
        var other = world.Join();
        Assert.Equal(other, world.OfferedTo(before));
    }

    [Theory]
    [InlineData(PauseKind.Source, "web", true)]
    [InlineData(PauseKind.Source, "mail", false)]
    [InlineData(PauseKind.Lane, "lane", true)]
    [InlineData(PauseKind.Lane, "other", false)]
    public void A_pause_keeps_only_what_it_is_about(PauseKind kind, string key, bool kept)
    {
        world.Join();
        world.Pause(world.Manager(), new(kind, key), 30);
        Assert.Equal(kept ? LeadState.Waiting : LeadState.Offered, world.Of(world.Send()).State);
    }

    [Fact]
    public void A_person_or_a_team_that_is_spared_gets_nothing_new_keeps_what_it_has_and_others_do_not_wait()
    {
        var (kim, lee) = (world.Join(new RepTerms { Teams = ["a"] }), world.Join());
        var manager = world.Manager();
        var first = world.Send();
        var offered = world.OfferedTo(first);
        var other = offered == kim ? lee : kim;

        world.Pause(manager, new(PauseKind.Person, Rep: offered), 30);
        Assert.Equal(other, world.OfferedTo(first));
        Assert.Equal(Test.E11, Assert.Single(world.Field(first).PassedOver, p => p.Rep == offered).Test);
        Assert.Null(world.Accept(other, first));
        Assert.Equal(other, world.OfferedTo(world.Send()));

        Assert.Null(world.Resume(manager, new(PauseKind.Person, Rep: offered)));
        world.Pause(manager, new(PauseKind.Team, "a"), 30);
        world.Pause(manager, new(PauseKind.Person, Rep: lee), 30);
        Assert.Equal(other, world.Of(first).Owner);
        Assert.Equal(LeadState.Waiting, world.Of(world.Send()).State);
    }

    [Fact]
    public void A_kept_lead_can_neither_be_pulled_nor_taken_from_a_board_nor_seen_there()
    {
        foreach (var method in new[] { "blindPull", "cherryPick" })
        {
            var shop = World.With(Lanes.Of(method));
            var rep = shop.Join();
            shop.Pause(shop.Manager(), PauseScope.All, 30);
            var lead = shop.Send();
            Assert.Equal(RefusalCode.NothingWaiting, shop.Pull(rep, out _)?.Code ?? RefusalCode.NothingWaiting);
            Assert.Equal(RefusalCode.Unknown, shop.Claim(rep, lead)!.Code);
            var desk = new Views(shop.Floor, shop.Now, PlainWords.All).Desk(rep);
            Assert.Empty(desk.Board);
            Assert.All(desk.Waiting, w => Assert.Equal("0", w.Band));
            Assert.Equal(shop.Now.AddMinutes(30), desk.PausedUntil);
        }
    }

    [Fact]
    public void A_manager_may_give_a_kept_lead_by_hand_and_taking_that_back_after_the_pause_leaves_it_nowhere()
    {
        var (rep, manager) = (world.Join(), world.Manager());
        world.Pause(manager, PauseScope.All, 20);
        var lead = world.Send();
        world.Pass(TimeSpan.FromMinutes(19.9));
        var action = world.NewGuid();
        Assert.Null(world.Assign(manager, lead, rep, action: action));
        world.Pass(TimeSpan.FromSeconds(8));
        Assert.Empty(world.Floor.Pauses);
        Assert.Null(world.Undo(manager, action));
        Assert.Equal(rep, world.OfferedTo(lead));
        Assert.Empty(world.Floor.Paused);
    }

    [Fact]
    public void A_kept_lead_that_is_returned_waits_again_until_the_end()
    {
        var (rep, manager) = (world.Join(), world.Manager());
        world.Pause(manager, PauseScope.All, 30);
        var lead = world.Send();
        world.Assign(manager, lead, rep);
        world.Join();
        Assert.Null(world.Return(manager, lead));
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
        Assert.Contains(lead, world.Floor.Paused);
    }

    [Fact]
    public void New_rules_do_not_end_a_pause()
    {
        world.Join();
        world.Pause(world.Manager(), PauseScope.All, 30);
        var lead = world.Send();
        world.Plan(Lanes.Of("push") with { Version = 2 });
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
        world.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(LeadState.Owned, world.Of(lead).State);
    }

    [Fact]
    public void Pausing_again_only_moves_the_end_and_what_is_not_paused_cannot_be_resumed()
    {
        world.Join();
        var manager = world.Manager();
        Assert.Equal(RefusalCode.WrongState, world.Resume(manager, PauseScope.All)!.Code);
        world.Pause(manager, PauseScope.All, 30);
        var lead = world.Send();
        var since = world.Now;
        world.Pass(TimeSpan.FromMinutes(20));
        world.Pause(manager, PauseScope.All, 30);
        Assert.Equal((since, world.Now.AddMinutes(30)), (Assert.Single(world.Floor.Pauses).Since, world.Floor.Pauses[0].Until));
        world.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
    }
}
