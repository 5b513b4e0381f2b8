using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>M34: a lead that is not for now comes back on its day to whoever the rule says, and is never left unseen; a stop beats everything.</summary>
public sealed class NurtureTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private readonly World world = World.With(Lanes.Of("fairTurn") with { FirstAttemptMinutes = 60_000, Fallback = Fallback.Managers });
    private readonly RepId rep;
    private readonly RepId other;

    public NurtureTests() => (rep, other) = (world.Join(new RepTerms { WipLimit = 3 }), world.Join(new RepTerms { WipLimit = 3 }, Presence.Off));

    [Fact]
    public void It_uses_no_place_until_its_day_and_then_is_with_its_owner_again_with_its_age_and_no_new_turn()
    {
        var lead = Nurtured(pooled: false);
        var sent = world.Of(lead).SentAt;
        Assert.Equal((LeadState.Nurture, 0), (world.Of(lead).State, world.Of(rep).Holdings.Open));
        world.Pass(Month - TimeSpan.FromSeconds(1));
        Assert.Equal((LeadState.Nurture, rep), (world.Of(lead).State, world.Of(lead).Owner!.Value));
        world.Pass(1);

        var back = world.Of(lead);
        Assert.Equal((rep, TakeWay.CameBack, sent), (back.Owner!.Value, world.Happened<LeadEvent.Taken>().Last().Way, back.SentAt));
        Assert.Equal((1.0, 1), (world.Received(rep), world.Of(rep).Holdings.Open));
        Assert.Equal(0, world.Floor.LedgerOf("lane").Balances());
        Assert.Contains(world.Happened<LeadEvent.Reminded>(), r => r.Lead == lead);
        Assert.Null(world.Close(rep, lead, Outcome.Won));
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void An_owner_who_is_not_there_hears_of_it_while_somebody_else_has_it_and_both_are_credited()
    {
        var lead = Nurtured(pooled: false);
        world.Set(rep, Presence.Break);
        world.Set(other, Presence.Available);
        world.Pass(Month);
        Assert.Equal(other, world.OfferedTo(lead));
        Assert.Null(world.Accept(other, lead));
        Assert.Contains(world.Happened<LeadEvent.OwnerInformed>(), i => i.Lead == lead && i.Rep == rep);
        Assert.Null(world.Close(other, lead, Outcome.Won));
        Assert.Equal([(other, Domain.Credits.CreditKind.Close), (rep, Domain.Credits.CreditKind.Assist)], world.Happened<LeadEvent.Closed>().Last().Credits.Select(c => (c.Rep, c.Kind)));
    }

    [Fact]
    public void An_owner_who_is_full_is_not_filled_over_their_limit()
    {
        var lead = Nurtured(pooled: false);
        foreach (var more in world.Send(3))
        {
            world.Tick();
            Assert.Null(world.Accept(rep, more));
        }

        world.Set(other, Presence.Available);
        world.Pass(Month);
        Assert.Equal((3, other), (world.Of(rep).Holdings.Open, world.OfferedTo(lead)));
    }

    [Fact]
    public void Pooled_it_goes_by_the_rules_of_that_day()
    {
        var lead = Nurtured(pooled: true);
        world.Plan(Lanes.Of("cherryPick", "board") with { FirstAttemptMinutes = 60_000 });
        world.Set(other, Presence.Available);
        world.Pass(Month);
        Assert.Equal((LeadState.Waiting, "board"), (world.Of(lead).State, world.Of(lead).Stay!.Lane));
        Assert.Null(world.Claim(other, lead));
    }

    [Fact]
    public void With_nobody_there_it_is_held_with_its_reason_and_ends_on_the_managers_list_never_unseen()
    {
        var lead = Nurtured(pooled: false);
        world.Set(rep, Presence.Off);
        world.Pass(Month);
        Assert.Equal(HeldCause.NobodyEligible, WaitReason.Of(world.Floor, world.Of(lead), world.Now, world.Today).Cause);
        Assert.Contains(world.Floor.HeldLeads, h => h.What == lead);
        world.Live(TimeSpan.FromMinutes(16), 30);
        Assert.NotNull(world.Of(lead).WithManagersSince);
    }

    [Fact]
    public void A_returning_lead_does_not_push_in_front_of_those_who_wrote_today()
    {
        var lead = Nurtured(pooled: true);
        world.Plan(Lanes.Of("blindPull") with { FirstAttemptMinutes = 60_000, LeftBehindMinutes = [600, 900] });
        world.Pass(Month - TimeSpan.FromMinutes(5));
        var today = world.Send();
        world.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal((today, lead), (world.Pulled(rep), world.Pulled(rep)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_stop_beats_everything(bool byManager)
    {
        var manager = world.Manager();
        var lead = Nurtured(pooled: false);
        Assert.Equal(RefusalCode.Unknown, Stop(other, lead)!.Code);
        Assert.Null(Stop(byManager ? manager : rep, lead));
        Assert.Equal((LeadState.Lost, world.Now), (world.Of(lead).State, world.Of(lead).StoppedAt!.Value));
        Assert.Empty(world.Floor.Later);
        Assert.Equal(RefusalCode.WrongState, world.Assign(manager, lead, rep, force: true)!.Code);
        Assert.Equal(RefusalCode.WrongState, world.Attempt(rep, lead)!.Code);
        Assert.Equal(RefusalCode.WrongState, world.Park(rep, lead, world.Now.AddDays(1))!.Code);
        Assert.Null(Stop(manager, lead));
        world.Pass(Month + Month);
        world.Set(other, Presence.Available);
        Assert.DoesNotContain(world.Happened<LeadEvent.TouchCame>(), t => t.Lead == lead);
        Assert.Null(world.Floor.Find(lead));
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void A_stop_ends_what_is_offered_rings_or_is_worked_on_and_an_undo_does_not_bring_it_back()
    {
        var manager = world.Manager();
        var offered = world.Send();
        Assert.Equal(rep, world.OfferedTo(offered));
        Assert.Null(Stop(manager, offered));
        Assert.Null(world.Of(rep).Offer);
        Assert.Equal(RefusalCode.OfferEnded, world.Accept(rep, offered)!.Code);

        var worked = world.Send();
        Assert.Null(world.Accept(rep, worked));
        var action = world.NewGuid();
        Assert.Null(world.As(rep, r => LeadLife.Nurture(r, rep, worked, world.Now + Month, false, action)));
        Assert.Null(Stop(rep, worked));
        Assert.Equal(RefusalCode.NotUndoable, world.Undo(rep, action)!.Code);
        Assert.Equal(0, world.Of(rep).Holdings.Open);
    }

    [Fact]
    public void What_was_set_by_mistake_is_taken_back()
    {
        var lead = world.Send();
        Assert.Null(world.Accept(rep, lead));
        var action = world.NewGuid();
        Assert.Null(world.As(rep, r => LeadLife.Nurture(r, rep, lead, world.Now + Month, true, action)));
        Assert.Null(world.Undo(rep, action));
        Assert.Equal((LeadState.Owned, 1), (world.Of(lead).State, world.Of(rep).Holdings.Open));
        Assert.Empty(world.Floor.Later);
    }

    private LeadId Nurtured(bool pooled)
    {
        var lead = world.Send();
        Assert.Null(world.Accept(rep, lead));
        Assert.Null(world.Attempt(rep, lead, result: AttemptResult.Reached));
        Assert.Null(world.As(rep, r => LeadLife.Nurture(r, rep, lead, world.Now + Month, pooled, null)));
        return lead;
    }

    private Refusal? Stop(RepId who, LeadId lead) => world.As(who, r => LeadLife.Stop(r, who, lead));
}
