using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>Fifteen seconds to take a change back.</summary>
public sealed class UndoTests
{
    private readonly World world = World.With(Lanes.Of("blindPull") with { FirstAttemptMinutes = 5 });

    [Fact]
    public void An_attempt_taken_back_leaves_the_lead_and_its_deadlines_as_they_were()
    {
        var (rep, lead) = Held();
        var was = world.Of(lead);
        var action = world.NewGuid();
        world.Attempt(rep, lead, action: action);
        world.Pass(14.999);
        Assert.Null(world.Undo(rep, action));
        Assert.Equal(was with { Version = world.Of(lead).Version, LastSeq = world.Of(lead).LastSeq }, world.Of(lead));
        world.Pass(300);
        Assert.Null(world.Of(lead).Owner);
    }

    [Fact]
    public void At_15_seconds_it_is_over()
    {
        var (rep, lead) = Held();
        var action = world.NewGuid();
        world.Attempt(rep, lead, action: action);
        world.Now = world.Now.AddSeconds(15);
        Assert.Equal(RefusalCode.NotUndoable, world.Undo(rep, action)!.Code);
    }

    [Fact]
    public void Only_its_author_may_and_only_once()
    {
        var (rep, lead) = Held();
        var action = world.NewGuid();
        world.Close(rep, lead, action: action);
        Assert.Equal(RefusalCode.NotUndoable, world.Undo(world.Manager(), action)!.Code);
        Assert.Null(world.Undo(rep, action));
        Assert.Equal((LeadState.Owned, 1), (world.Of(lead).State, world.Of(rep).Holdings.Open));
        Assert.Equal(RefusalCode.NotUndoable, world.Undo(rep, action)!.Code);
    }

    [Fact]
    public void Not_after_something_else_happened_to_the_lead()
    {
        var (rep, lead) = Held();
        var action = world.NewGuid();
        world.Attempt(rep, lead, action: action);
        world.Attempt(rep, lead);
        Assert.Equal(RefusalCode.NotUndoable, world.Undo(rep, action)!.Code);
    }

    [Fact]
    public void A_pick_taken_back_strikes_its_entry_and_its_count()
    {
        var reps = world.Join(2);
        var manager = world.Manager();
        var lead = world.Send();
        var action = world.NewGuid();
        Assert.Null(world.Assign(manager, lead, reps[0], action: action));
        Assert.Equal((1, -0.5), (world.Of(reps[0]).ThisDay.Number, world.Balance(reps[0])));
        Assert.Null(world.Undo(manager, action));
        Assert.Equal((0, 0d, 0d), (world.Of(reps[0]).ThisDay.Number, world.Balance(reps[0]), world.Received(reps[0])));
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
    }

    [Fact]
    public void A_return_taken_back_gives_the_lead_back_with_its_due()
    {
        var (rep, lead) = Held();
        var due = world.Of(lead).OwnerDue;
        var manager = world.Manager();
        var action = world.NewGuid();
        world.Return(manager, lead, action);
        Assert.Null(world.Undo(manager, action));
        Assert.Equal((rep, due), (world.Of(lead).Owner!.Value, world.Of(lead).OwnerDue));
    }

    [Theory]
    [InlineData("blindPull")]
    [InlineData("cherryPick")]
    [InlineData("sharkTank")]
    [InlineData("staggeredAlert")]
    [InlineData("fairTurn")]
    [InlineData("push")]
    public void A_return_is_taken_back_with_whatever_the_desk_did_because_of_it(string method)
    {
        var floor = World.With(Lanes.Of(method) with { FirstAttemptMinutes = 5 });
        var manager = floor.Manager();
        var (owner, other) = (floor.Join(), floor.Join());
        var lead = floor.Send();
        Assert.Null(floor.Assign(manager, lead, owner, force: true));
        var was = (floor.Of(lead).Owner, floor.Of(lead).OwnerDue, Account(owner), Account(other));
        var action = floor.NewGuid();
        Assert.Null(floor.Return(manager, lead, action));
        Assert.NotEqual(owner, floor.Of(lead).Owner);
        Assert.Null(floor.Undo(manager, action));
        Assert.Equal(was, (floor.Of(lead).Owner, floor.Of(lead).OwnerDue, Account(owner), Account(other)));
        Assert.Null(floor.Of(other).Offer);
        Assert.Equal(0, floor.Of(other).Holdings.Open);

        // What somebody did with it meanwhile stands.
        var again = floor.NewGuid();
        Assert.Null(floor.Return(manager, lead, again));
        Assert.Null(floor.Assign(manager, lead, other, force: true));
        Assert.Equal(RefusalCode.NotUndoable, floor.Undo(manager, again)!.Code);

        (double, double, int, int, long) Account(RepId rep) =>
            (floor.Balance(rep), floor.Received(rep), floor.Of(rep).ThisDay.Number, floor.Of(rep).Today.Taken, floor.Of(rep).LastHandled);
    }

    [Fact]
    public void Whoever_got_a_lead_that_is_taken_back_has_waited_as_long_as_before()
    {
        var reps = world.Join(2);
        var manager = world.Manager();
        var leads = world.Send(3);
        Assert.Null(world.Assign(manager, leads[0], reps[0]));
        var was = world.Of(reps[0]).LastHandled;
        var action = world.NewGuid();
        world.As(manager, r => leads.Skip(1).Select(l => LeadLife.Assign(r, l, reps[0], force: false, action)).ToList());
        Assert.NotEqual(was, world.Of(reps[0]).LastHandled);
        Assert.Null(world.Undo(manager, action));
        Assert.Equal(was, world.Of(reps[0]).LastHandled);
    }

    [Fact]
    public void A_bulk_is_one_action_and_goes_back_whole_or_not_at_all()
    {
        var rep = world.Join();
        var manager = world.Manager();
        var leads = world.Send(3);
        var action = world.NewGuid();
        world.As(manager, r => leads.Select(l => LeadLife.Assign(r, l, rep, force: false, action)).ToList());
        Assert.Equal(3, world.Of(rep).Holdings.Open);
        Assert.Null(world.Undo(manager, action));
        Assert.Equal((0, 0d), (world.Of(rep).Holdings.Open, world.Received(rep)));

        var second = world.NewGuid();
        world.As(manager, r => leads.Select(l => LeadLife.Assign(r, l, rep, force: false, second)).ToList());
        world.Attempt(rep, leads[1]);
        Assert.Equal(RefusalCode.NotUndoable, world.Undo(manager, second)!.Code);
        Assert.Equal(3, world.Of(rep).Holdings.Open);
    }

    [Fact]
    public void A_presence_is_taken_back_only_while_it_is_the_last_change()
    {
        var rep = world.Join();
        var (first, second) = (world.NewGuid(), world.NewGuid());
        world.Set(rep, Presence.Break, first);
        world.OptIn(rep, "lane", on: false, action: second);
        Assert.Equal(RefusalCode.NotUndoable, world.Undo(rep, first)!.Code);
        Assert.Null(world.Undo(rep, second));
        Assert.True(world.Of(rep).OptInTo("lane").On);
        Assert.Equal(Presence.Break, world.Of(rep).Presence);
    }

    [Fact]
    public void Whoever_closes_twice_is_remembered_from_the_second_time()
    {
        var (rep, lead) = Held();
        var action = world.NewGuid();
        world.Close(rep, lead, action: action);
        world.Undo(rep, action);
        world.Pass(200);
        world.Close(rep, lead);
        world.Pass((15 * 60) - 1);
        Assert.NotNull(world.Floor.Find(lead));
        world.Pass(1);
        world.Send();
        Assert.Null(world.Floor.Find(lead));
    }

    private (RepId Rep, LeadId Lead) Held()
    {
        var rep = world.Join();
        world.Send();
        return (rep, world.Pulled(rep));
    }
}
