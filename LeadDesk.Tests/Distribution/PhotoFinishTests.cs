using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>Who presses within the window of the first press takes part; the balance decides between them, and all are told.</summary>
public sealed class PhotoFinishTests
{
    private static readonly Lane Tank = Lanes.Of("sharkTank") with { PhotoFinishMs = 750 };

    [Fact]
    public void The_best_balance_among_those_who_pressed_wins_and_not_the_fastest()
    {
        var world = World.With(Tank);
        var (one, two, third) = (world.Join(), world.Join(), world.Join());
        var before = world.Send();
        world.Claim(one, before);
        world.Claim(two, before);
        world.Pass(0.75);

        // Whoever lost the toss is owed half a lead.
        var (fast, slow) = world.Of(before).Owner == one ? (one, two) : (two, one);
        Assert.Equal(0.5, world.Balance(slow));
        var lead = world.Send();
        var first = world.Now;
        Assert.Null(world.Claim(fast, lead));
        world.Now = first.AddMilliseconds(700);
        Assert.Null(world.Claim(slow, lead));
        Assert.Equal(LeadState.Alerted, world.Of(lead).State);
        world.Now = first.AddMilliseconds(749);
        world.Tick();
        Assert.Null(world.Of(lead).Owner);

        world.Now = first.AddMilliseconds(750);
        world.Tick();

        Assert.Equal(slow, world.Of(lead).Owner);
        var taken = world.Happened<LeadEvent.Taken>().Last();
        Assert.Equal((slow, Share.One / 2), (taken.Entry!.Receiver, taken.Entry.Slices[0].Amount));
        Assert.Equal([one, two], taken.Entry.Slices.Select(s => s.Rep).Order());
        Assert.Equal((750, TieBreak.T1), (taken.Receipt!.PhotoFinishMs, taken.Receipt.TieBreak));
        Assert.Equal([slow, fast], taken.Receipt.Eligible.Select(c => c.Rep));
        Assert.Contains(new PassedOver(third, Test.E12), taken.Receipt.PassedOver);
        Assert.Equal(0, world.Balance(third));

        // Faster by 700 ms, and told so.
        var told = LeadLife.AnswerTo(world.Floor, fast, lead, world.Now)!;
        Assert.Equal((RefusalCode.AlreadyTaken, slow, world.Now, -700L), (told.Code, told.By, told.At, told.MarginMs));
        Assert.Equal(-700, world.Claim(fast, lead)!.MarginMs);
        Assert.Null(world.Claim(slow, lead));
    }

    [Fact]
    public void Fifty_presses_are_one_entry_in_which_all_fifty_share()
    {
        var world = World.With(Tank);
        var reps = world.Join(50);
        var lead = world.Send();
        foreach (var rep in reps)
        {
            Assert.Null(world.Claim(rep, lead));
        }

        world.Pass(0.75);

        var taken = Assert.Single(world.Happened<LeadEvent.Taken>());
        Assert.Equal(50, taken.Entry!.Slices.Length);
        Assert.Equal(49, reps.Count(r => LeadLife.AnswerTo(world.Floor, r, lead, world.Now) is { Code: RefusalCode.AlreadyTaken, MarginMs: 0 }));
        Assert.Equal(0, (double)world.Floor.LedgerOf("lane").Balances());
    }

    [Fact]
    public void A_second_press_of_the_same_person_changes_nothing()
    {
        var world = World.With(Tank);
        var rep = world.Join();
        var lead = world.Send();
        world.Claim(rep, lead);
        var seq = world.Floor.Seq;

        Assert.Null(world.Claim(rep, lead));

        Assert.Equal(seq, world.Floor.Seq);
        Assert.True(LeadLife.HasPressed(world.Floor, rep, lead));
    }

    [Fact]
    public void Who_may_not_have_it_any_more_at_the_end_does_not_share()
    {
        var world = World.With(Tank);
        var (gone, stays) = (world.Join(), world.Join());
        Won(world, stays, stays, gone);
        var lead = world.Send();
        world.Claim(gone, lead);
        world.Claim(stays, lead);
        world.Set(gone, Presence.Break);

        world.Pass(0.75);

        Assert.Equal(stays, world.Of(lead).Owner);
        Assert.Equal(stays, Assert.Single(world.Happened<LeadEvent.Taken>().Last().Entry!.Slices).Rep);
        Assert.Contains(new PassedOver(gone, Test.E4), world.Happened<LeadEvent.Taken>().Last().Receipt!.PassedOver);
    }

    [Fact]
    public void When_nobody_who_pressed_may_have_it_it_rings_on_and_they_are_told_why()
    {
        var world = World.With(Tank);
        var (gone, other) = (world.Join(), world.Join());
        var lead = world.Send();
        world.Claim(gone, lead);
        world.Set(gone, Presence.Break);

        world.Pass(0.75);

        Assert.Single(world.Happened<LeadEvent.FinishVoid>());
        Assert.Equal(LeadState.Alerted, world.Of(lead).State);
        Assert.Equal((RefusalCode.NotAvailable, Test.E4), (LeadLife.AnswerTo(world.Floor, gone, lead, world.Now)!.Code, LeadLife.AnswerTo(world.Floor, gone, lead, world.Now)!.Test));
        world.Claim(other, lead);
        world.Pass(0.75);
        Assert.Equal(other, world.Of(lead).Owner);
    }

    [Fact]
    public void The_end_of_a_ring_waits_for_the_end_of_a_photo_finish()
    {
        var world = World.With(Tank with { Rings = [new Ring()], Fallback = Fallback.Managers });
        var rep = world.Join();
        var lead = world.Send();
        world.Now = world.Now.AddSeconds(59.9);
        world.Claim(rep, lead);

        world.Pass(0.5);
        Assert.Equal(LeadState.Alerted, world.Of(lead).State);
        world.Pass(0.25);

        Assert.Equal(rep, world.Of(lead).Owner);
    }

    [Fact]
    public void A_window_that_is_open_is_kept_though_the_rule_changes()
    {
        var world = World.With(Tank);
        var (first, second) = (world.Join(), world.Join());
        var lead = world.Send();
        world.Claim(first, lead);
        world.Plan(Tank with { Version = 2, PhotoFinishMs = 0 });

        Assert.Null(world.Claim(second, lead));

        Assert.Null(world.Of(lead).Owner);
        world.Pass(0.75);
        Assert.Equal(2, Assert.Single(world.Happened<LeadEvent.Taken>()).Entry!.Slices.Length);
    }

    [Fact]
    public void A_manager_who_gives_it_away_meanwhile_ends_it()
    {
        var world = World.With(Tank);
        var (pressed, given) = (world.Join(), world.Join());
        var manager = world.Manager();
        var lead = world.Send();
        world.Claim(pressed, lead);

        Assert.Null(world.Assign(manager, lead, given));

        Assert.Equal((RefusalCode.AlreadyTaken, given), (LeadLife.AnswerTo(world.Floor, pressed, lead, world.Now)!.Code, world.Of(lead).Owner!.Value));
        world.Pass(1);
        Assert.Single(world.Happened<LeadEvent.Taken>());
    }

    [Fact]
    public void A_press_does_not_go_above_the_limit_though_two_leads_are_pressed_at_once()
    {
        var world = World.With(Tank);
        var rep = world.Join(new RepTerms { WipLimit = 1 });
        var leads = world.Send(2);
        Assert.All(leads, l => Assert.Null(world.Claim(rep, l)));

        world.Pass(0.75);

        Assert.Equal(1, leads.Count(l => world.Of(l).Owner == rep));
        Assert.Equal(RefusalCode.AtLimit, LeadLife.AnswerTo(world.Floor, rep, leads.Single(l => world.Of(l).Owner is null), world.Now)!.Code);
    }

    /// <summary>One earlier finish of these, which this one won.</summary>
    private static void Won(World world, RepId winner, params RepId[] pressed)
    {
        var lead = world.Send();
        foreach (var rep in pressed.Append(winner).Distinct())
        {
            world.Claim(rep, lead);
        }

        foreach (var rep in pressed.Where(r => r != winner))
        {
            world.Set(rep, Presence.Break);
        }

        world.Pass(0.75);
        Assert.Equal(winner, world.Of(lead).Owner);
        foreach (var rep in pressed.Where(r => r != winner))
        {
            world.Set(rep, Presence.Available);
        }
    }
}
