using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M28: somebody new watches, then works with a coach beside them, then alone with a part of the turns, by days and finished leads.</summary>
public sealed class LearningTests
{
    private static readonly RepTerms Roomy = new() { WipLimit = 5000 };

    [Fact]
    public void Stages_follow_one_another_by_days_and_finished_leads_and_the_log_says_so()
    {
        var world = World.With(Lanes.Of("blindPull") with { FirstAttemptMinutes = 6000 });
        var coach = world.Join();
        var novice = Novice(world, coach);
        Assert.Equal((StageKind.Watch, 0), Stage(world, novice));
        Days(world, 3);
        Assert.Equal((StageKind.Coached, 250), Stage(world, novice));
        Days(world, 11);
        Assert.Equal((StageKind.Coached, 250), Stage(world, novice));
        Finish(world, novice, 10);
        Assert.Equal((StageKind.Own, 500), Stage(world, novice));
        Finish(world, novice, 15);
        Assert.Equal((StageKind.Own, 500), Stage(world, novice));
        Days(world, 14);
        Assert.Equal((StageKind.Own, 750), Stage(world, novice));
        Days(world, 14);
        Finish(world, novice, 15);
        Assert.Equal((StageKind.Own, 1000), Stage(world, novice));
        Assert.Equal((null, (RepId?)null), (world.Of(novice).Terms.Induction, world.Of(novice).Terms.Coach));
        Assert.Equal([0, 250, 500, 750, 1000], world.Happened<FloorEvent.PersonSet>().Where(e => e.Rep == novice).Select(e => e.Terms.RampThousandths).Where((r, i) => i > 0).Distinct());
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Theory]
    [InlineData(StageKind.Coached, 250)]
    [InlineData(StageKind.Own, 500)]
    [InlineData(StageKind.Own, 750)]
    public void A_stage_weighs_what_it_says_in_turns_and_places_and_never_less_than_one_place(StageKind kind, int thousandths)
    {
        var world = World.With(Lanes.Of("fairTurn") with { FirstAttemptMinutes = 60_000 });
        var others = world.Join(3, Roomy);
        var novice = world.Join(Roomy);
        world.Agree(novice, t => t with { Induction = new Induction(world.Today.Day, [new(thousandths, 900, 900) { Kind = kind }]) });
        const int Leads = 390;
        for (var i = 0; i < Leads; i++)
        {
            var lead = world.Send();
            Assert.Null(world.Accept(world.OfferedTo(lead), lead));
        }

        Assert.InRange(world.Received(novice), (Leads * thousandths / (3000.0 + thousandths)) - 1.5, (Leads * thousandths / (3000.0 + thousandths)) + 1.5);
        Assert.All(others, o => Assert.True(world.Received(o) > world.Received(novice)));
        world.Agree(novice, t => t with { WipLimit = 1 });
        Assert.Equal(1, world.Of(novice).Terms.Places);
    }

    [Fact]
    public void Whoever_watches_gets_nothing_with_one_reason_even_when_they_alone_are_there()
    {
        var world = World.With(Lanes.Of("fairTurn"), Lanes.Of("cherryPick", "board"));
        var coach = world.Join();
        var novice = Novice(world, coach);
        var lead = world.Send();
        Assert.Equal(coach, world.OfferedTo(lead));
        Assert.Equal(new PassedOver(novice, Test.E11), Assert.Single(world.Happened<LeadEvent.Offered>().Last().Receipt.PassedOver));
        Assert.Equal(RefusalCode.Unknown, world.Claim(novice, lead)!.Code);
        Assert.Equal((RefusalCode.NeedsForce, Test.E11), Refused(world.Assign(world.Manager(), lead, novice)));
        Assert.Null(world.PassOn(coach, lead));

        // Who watches is nobody's hope: passed by all who work, it stands on their board, with its reason.
        Assert.True(world.Field(lead).PassedByAll);
        Assert.Equal(HeldCause.PassedByAll, WaitReason.Of(world.Floor, world.Of(lead), world.Now, world.Today).Cause);
        Assert.Null(world.Claim(coach, lead));
    }

    [Fact]
    public void Whoever_watches_reads_along_on_their_coachs_leads_without_whom_they_are_about()
    {
        var world = World.With(Lanes.Of("push") with { FirstAttemptMinutes = 60_000 });
        var (coach, other) = (world.Join(), world.Join(presence: Presence.Off));
        var novice = Novice(world, coach);
        var lead = world.Send();
        Assert.Equal(coach, world.Of(lead).Owner);
        Assert.Equal(Reveal.AllButContact, Visibility.Of(world.Floor, novice, world.Of(lead), world.Now, world.Today));
        Assert.Null(Visibility.Of(world.Floor, other, world.Of(lead), world.Now, world.Today));
        Assert.Equal((RefusalCode.NotYours, coach), (world.Attempt(novice, lead)!.Code, world.Attempt(novice, lead)!.By!.Value));
        Days(world, 3);
        Assert.Null(Visibility.Of(world.Floor, novice, world.Of(lead), world.Now, world.Today));
    }

    [Fact]
    public void People_who_learn_are_on_no_board_and_in_no_rate_and_keep_the_floor_share()
    {
        var world = World.With(Lanes.Of("leaderboard", "board"), Lanes.Of("conversionCascade", "rate"), Lanes.Of("topProducer", "top"));
        var old = world.Join();
        var novice = Novice(world, old);
        Days(world, 3);
        Assert.All(world.Floor.Plan.Lanes, l => Assert.Null(LaneStandings.Of(world.Floor, l, world.Today.Day)!.Places.Single(p => p.Rep == novice).Number));

        // That they have the floor share all the same: LookingBackTests.Everybody_has_the_floor_share_of_the_day_...
        Assert.DoesNotContain(novice, Scores.Conversion(world.Floor).Keys);
    }

    internal static RepId Novice(World world, RepId? coach)
    {
        var novice = world.Join(Roomy);
        world.Agree(novice, t => t with { Induction = Induction.ForNewHire(world.Today.Day), Coach = coach });
        return novice;
    }

    internal static void Days(World world, int days)
    {
        world.Pass(TimeSpan.FromDays(days));
        world.Do(Clockwork.GrowIn);
    }

    private static (StageKind, int) Stage(World world, RepId rep) => (world.Of(rep).Terms.Stage, world.Of(rep).Terms.RampThousandths);

    private static (RefusalCode, Test) Refused(Refusal? refusal) => (refusal!.Code, refusal.Test!.Value);

    private static void Finish(World world, RepId rep, int leads)
    {
        for (var i = 0; i < leads; i++)
        {
            var lead = world.Send();
            Assert.Equal(lead, world.Pulled(rep));
            Assert.Null(world.Close(rep, lead));
        }

        world.Do(Clockwork.GrowIn);
    }
}
