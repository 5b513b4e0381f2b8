using LeadDesk.Bench.Methods;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Lab;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Lab;

/// <summary>Leads of the past under rules of one's own: by the real desk, on the same luck, to the last lead.</summary>
public sealed class ReplayTests
{
    /// <summary>Some five days of the record.</summary>
    private const int Some = 400;

    public static TheoryData<string> Methods => [.. Catalogue.All.Select(m => m.Name)];

    [ApplicationsTheory]
    [MemberData(nameof(Methods))]
    public void Real_arrivals_run_through_every_method_and_none_is_left_in_limbo(string method)
    {
        var replay = new Replay(Applications.Read(SharedData.Find(Applications.Path)!, Some), Applications.Rules(Catalogue.Of(method)), Applications.People);
        var seen = 0;
        while (replay.Step())
        {
            if (++seen % 50 == 0)
            {
                Tests.Floor.Audit.Indexes(replay.Floor);
                Assert.All(replay.Floor.Ledgers.Values, l => Assert.True(l.Balances() == 0));
            }
        }

        Assert.Equal(Some, replay.Leads.Length);
        Assert.All(replay.Leads, l => Assert.True(l is { Closed: true, Owner: not null, Wait: not null }, $"{l}"));
    }

    [ApplicationsTheory]
    [MemberData(nameof(Methods))]
    public void The_whole_quarter_runs_through_every_method_and_no_lead_is_left_in_limbo(string method)
    {
        var applications = Applications.Read(SharedData.Find(Applications.Path)!, int.MaxValue);
        var replay = new Replay(applications, Applications.Rules(Catalogue.Of(method)), Applications.People);
        while (replay.Step())
        {
        }

        Assert.Equal(7455, replay.Leads.Length);
        Assert.Equal(0, replay.Leads.Count(l => l is not { Closed: true, Owner: not null, Wait: not null }));
        Assert.All(replay.Floor.Ledgers.Values, l => Assert.True(l.Balances() == 0));
    }

    [Fact]
    public void The_same_rules_on_the_same_luck_come_to_the_same_end()
    {
        var (history, rules) = (APastOf(60), Rules("fairTurn"));
        var first = new Replay(history, rules, new RepModel()).Run();
        Assert.Equal(first.AsEnumerable(), new Replay(history, rules, new RepModel()).Run());
        var compared = Comparison.Of(rules, first, rules, new Replay(history, rules, new RepModel()).Run());
        Assert.Empty(compared.Moves);
        Assert.Equal(compared.Before, compared.After);
        Assert.NotEqual(first.AsEnumerable(), new Replay(history, rules, new RepModel { Seed = 2 }).Run());
    }

    [Fact]
    public void Other_rules_move_leads_to_other_people_and_say_so_lane_by_lane()
    {
        var history = APastOf(60);
        var (before, after) = (Rules("fairTurn"), Rules("blindPull") with { Lanes = [Lanes.Of("blindPull", "pool"), Lanes.Of("fairTurn", "below")] });
        var compared = Comparison.Of(before, new Replay(history, before, new RepModel()).Run(), after, new Replay(history, after, new RepModel()).Run());
        Assert.Equal(60, compared.Before.Leads);
        Assert.Equal(60, compared.After.Leads);
        Assert.NotEmpty(compared.Moves);
        Assert.All(compared.Moves, m => Assert.NotEqual(m.From, m.To));
        Assert.Equal(["pool", "below", "lane"], compared.Lanes.Select(l => l.Lane));
        Assert.Null(compared.Lanes[0].Before);
        Assert.Null(compared.Lanes[2].After);
        Assert.Equal(60, compared.Lanes.Sum(l => l.Before?.Leads ?? 0));
        Assert.Equal(60, compared.Lanes.Sum(l => l.After?.Leads ?? 0));
    }

    [Fact]
    public void Somebodys_luck_with_a_lead_does_not_depend_on_what_else_happens()
    {
        var model = new RepModel();
        var (lead, rep) = (new LeadId(new Guid(7, 0, 0, new byte[8])), new RepId(3));
        var delay = model.Delay(Luck.Talk, TimeSpan.FromMinutes(10), lead, rep);
        Assert.Equal(delay, new RepModel().Delay(Luck.Talk, TimeSpan.FromMinutes(10), lead, rep));
        Assert.NotEqual(delay, model.Delay(Luck.Talk, TimeSpan.FromMinutes(10), lead, new RepId(4)));
        Assert.NotEqual(delay, model.Delay(Luck.Reaction, TimeSpan.FromMinutes(10), lead, rep));
        var delays = Enumerable.Range(1, 20_000).Select(n => model.Delay(Luck.Talk, TimeSpan.FromMinutes(10), new LeadId(new Guid(n, 0, 0, new byte[8])), rep).TotalMinutes).ToList();
        Assert.InRange(delays.Average(), 9.6, 10.4);
        Assert.InRange(Enumerable.Range(1, 20_000).Count(n => model.Happens(Luck.Pass, 250, new LeadId(new Guid(n, 0, 0, new byte[8])), rep)), 4_700, 5_300);
    }

    [Fact]
    public void A_history_is_the_last_leads_that_rules_had_to_place_and_what_people_said()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var reps = world.Join(2);
        for (var i = 0; i < 5; i++)
        {
            var lead = world.Send();
            world.Take(lead);
            world.Pass(30);
            world.Close(world.Of(lead).Owner!.Value, lead);
        }

        world.WalkIn(reps[0], Facts.None);
        var action = world.NewGuid();
        world.Set(reps[0], Presence.Break, action);
        Assert.Null(world.Undo(reps[0], action));
        var history = History.Of(world.Events, 3);
        Assert.Equal(3, history.LeadCount);
        Assert.Equal(2, history.Before.Count(e => e.Event is FloorEvent.PersonSet));
        Assert.DoesNotContain(history.During, e => e.Event is not LeadEvent.Received);
        Assert.Equal(0, History.Of(world.Events, 0).LeadCount);
        Assert.Equal(0, History.Of([], 200).LeadCount);
    }

    [Fact]
    public void A_replay_of_nothing_ends_at_once()
    {
        var replay = new Replay(History.Empty, Rules("fairTurn"), new RepModel());
        Assert.False(replay.Step());
        Assert.Empty(replay.Leads);
        Assert.Equal(0, Figures.Of(replay.Leads).Leads);
    }

    [Fact]
    public void Where_nobody_ever_comes_a_lead_is_counted_as_not_served_and_the_replay_ends()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        world.Join(presence: Presence.Off);
        world.Send();
        var replay = new Replay(History.Of(world.Events, 200), Rules("fairTurn"), new RepModel());
        var figures = Figures.Of(replay.Run());
        Assert.Equal((1, 1, 1), (figures.Leads, figures.Unserved, figures.WithManagers));
        Assert.Null(figures.MedianWait);
    }

    [Fact]
    public void People_are_as_quick_as_the_log_says_they_were()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join(new RepTerms { WipLimit = 5 });
        for (var i = 0; i < 40; i++)
        {
            var lead = world.Send();
            if (i % 4 == 0)
            {
                Assert.Null(world.PassOn(rep, lead));
                continue;
            }

            world.Pass(8);
            Assert.Null(world.Accept(rep, lead));
            world.Pass(30);
            Assert.Null(world.Attempt(rep, lead));
            world.Pass(120);
            Assert.Null(world.Close(rep, lead));
        }

        var model = new RepModel().Learn(world.Events);
        Assert.Equal(250, model.PassThousandths);
        Assert.Equal(8 / Math.Log(2), model.Reaction.TotalSeconds, 3);
        Assert.Equal(30 / Math.Log(2), model.Preparation.TotalSeconds, 3);
        Assert.Equal(120 / Math.Log(2), model.Talk.TotalSeconds, 3);
        Assert.Equal(new RepModel(), new RepModel().Learn(world.Events.Take(20)));
    }

    private static FloorPlan Rules(string method) => new() { Lanes = [Lanes.Of(method), Lanes.Of("fairTurn", "below")] };

    /// <summary>Four people who are always there, and a lead every three minutes.</summary>
    private static History APastOf(int leads)
    {
        var world = World.With(Lanes.Of("manager"));
        world.Join(4);
        for (var i = 0; i < leads; i++)
        {
            world.Send(new Facts { Value = i % 7 * 1000 });
            world.Now = world.Now.AddMinutes(3);
        }

        return History.Of(world.Events, leads);
    }
}
