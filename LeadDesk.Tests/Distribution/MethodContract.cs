using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>What every method of the catalogue must do, whatever else it does.</summary>
public sealed class MethodContract
{
    private static readonly Presence[] NotAvailable = [Presence.Off, Presence.Away, Presence.Break, Presence.WithCustomer];

    public static TheoryData<string> Methods => [.. Catalogue.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Nobody_who_is_not_eligible_gets_anything(string method)
    {
        var world = World.With([.. Lanes.For(method)]);
        var absent = NotAvailable.Select(p => world.Join(presence: p)).ToList();
        var out1 = world.Join();
        world.OptIn(out1, Lanes.In(method), on: false);
        var gone = world.Join();
        world.Agree(gone, t => t with { Active = false });
        var manager = world.Join(new RepTerms { Role = Role.Manager });
        var asleep = world.Join(new RepTerms { Shift = Calendars.Hours("UTC", "sun 10:00-11:00") });
        foreach (var rep in absent.Append(out1).Append(gone).Append(manager).Append(asleep))
        {
            var lead = world.Send(known: rep);
            world.Tick();
            Assert.NotNull(world.Pull(rep, out _));
            Assert.NotNull(world.Claim(rep, lead));
            Assert.NotNull(world.Accept(rep, lead));
        }

        Assert.Empty(world.Happened<LeadEvent.Offered>());
        Assert.Empty(world.Happened<LeadEvent.Alerted>());
        Assert.Empty(world.Happened<LeadEvent.Taken>());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_lead_goes_to_two(string method)
    {
        var world = World.With([.. Lanes.For(method)]);
        var reps = world.Join(4);
        var manager = world.Manager();
        foreach (var lead in Enumerable.Range(0, 8).Select(i => world.Send(known: reps[i % 4])).ToList())
        {
            TakeSomehow(world, reps, lead);
            if (world.Of(lead).Owner is not { } owner)
            {
                continue;
            }

            Assert.All(reps.Where(r => r != owner), other =>
            {
                Assert.NotNull(world.Claim(other, lead));
                Assert.NotNull(world.Accept(other, lead));
                Assert.NotNull(world.PassOn(other, lead));
                Assert.NotNull(world.Release(other, lead));
                Assert.NotNull(world.Attempt(other, lead));
            });
            Assert.Equal(owner, world.Of(lead).Owner);
        }

        Assert.True(world.Happened<LeadEvent.Taken>().GroupBy(t => t.Lead).All(g => g.Count() == 1));
        Assert.NotEqual(0, manager.Number);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_lead_that_nobody_takes_ends_on_the_managers_list(string method)
    {
        var world = World.With([.. Lanes.For(method)]);
        var reps = world.Join(3);
        var lead = world.Send(known: reps[0]);
        for (var minute = 0; minute < 120 && world.Of(lead) is { WithManagersSince: null, Owner: null }; minute++)
        {
            world.Live(TimeSpan.FromMinutes(1), 10);
        }

        // A manager's own lane is such a list by itself; push always finds an owner.
        var way = Catalogue.Of(method).Offer;
        if (way is Domain.Distribution.Offering.Desk)
        {
            Assert.Equal(LeadState.Waiting, world.Of(lead).State);
            return;
        }

        Assert.True(world.Of(lead).WithManagersSince is not null || way is Domain.Distribution.Offering.Assign, $"{world.Of(lead)}");
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void With_nobody_there_the_fallback_is_reached(string method)
    {
        var world = World.With([.. Lanes.For(method), Lanes.Of("cherryPick", "below")]);
        var lead = world.Send();
        for (var minute = 0; minute < 20; minute++)
        {
            world.Pass(60);
        }

        var stays = Catalogue.Of(method).Offer is Domain.Distribution.Offering.Desk or Domain.Distribution.Offering.BlindPool or Domain.Distribution.Offering.OpenPool;
        Assert.Equal(stays ? Lanes.In(method) : "below", world.Of(lead).Stay!.Lane);
        for (var minute = 0; minute < 70; minute++)
        {
            world.Pass(60);
        }

        Assert.Equal(Catalogue.Of(method).Offer is not Domain.Distribution.Offering.Desk, world.Floor.WithManagers.Contains(lead));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_receipt_names_every_other_rep_exactly_once_with_one_test(string method)
    {
        var world = World.With([.. Lanes.For(method)]);
        var reps = world.Join(4);
        world.Join(presence: Presence.Break);
        world.OptIn(world.Join(), Lanes.In(method), on: false);
        world.Join(new RepTerms { WipLimit = 1 });
        for (var i = 0; i < 10; i++)
        {
            TakeSomehow(world, reps, world.Send(known: reps[i % 4]));
        }

        var receipts = world.Happened<LeadEvent.Offered>().Select(o => o.Receipt)
            .Concat(world.Happened<LeadEvent.Taken>().Where(t => t.Receipt is not null).Select(t => t.Receipt!)).ToList();
        Assert.NotEmpty(receipts);
        Assert.All(receipts, receipt =>
        {
            Receiptful.Complete(world.Floor, receipt);
            Assert.Equal((Lanes.In(method), Lanes.IsBlend(method) ? "fairTurn" : method), (receipt.Lane, receipt.Method));
        });
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void In_closed_hours_the_desk_offers_nothing_and_at_the_opening_it_does(string method)
    {
        var world = new World(1, "2026-03-04 08:00Z").Plan(Calendars.Hours("UTC", "mon-fri 10:00-18:00"), [.. Lanes.For(method)]);
        var reps = world.Join(3);
        var leads = Enumerable.Range(0, 3).Select(i => world.Send(known: reps[i])).ToList();
        world.Live(TimeSpan.FromMinutes(119), 60);
        Assert.All(leads, l => Assert.Equal(LeadState.Waiting, world.Of(l).State));
        Assert.DoesNotContain(world.Events, e => e.Event is LeadEvent.Warned or LeadEvent.WentLate or LeadEvent.Held or LeadEvent.RingOpened);

        world.Until("2026-03-04 10:00Z");
        if (Catalogue.Of(method).Offer.Acts)
        {
            Assert.All(leads, l => Assert.NotEqual(LeadState.Waiting, world.Of(l).State));
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Age_never_resets(string method)
    {
        var world = World.With([.. Lanes.For(method), Lanes.Of("fairTurn", "below")]);
        var reps = world.Join(3);
        var lead = world.Send(known: reps[0], ago: TimeSpan.FromMinutes(3));
        var (sent, due) = (world.Of(lead).SentAt, world.Of(lead).Due);
        for (var turn = 0; turn < 3; turn++)
        {
            TakeSomehow(world, reps, lead);
            if (world.Of(lead).Owner is { } owner)
            {
                world.Release(owner, lead);
            }

            world.Live(TimeSpan.FromMinutes(31), 60);
            Assert.Equal(sent, world.Of(lead).SentAt);
            Assert.Equal(due, world.Of(lead).Due);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_stale_action_is_refused_and_nothing_happens(string method)
    {
        var world = World.With([.. Lanes.For(method)]);
        var reps = world.Join(3);
        var lead = world.Send(known: reps[0]);
        TakeSomehow(world, reps, lead);
        if (world.Of(lead).Owner is not { } owner)
        {
            world.Assign(world.Manager(), lead, reps[0]);
            owner = reps[0];
        }

        Assert.Null(world.Close(owner, lead));
        var seq = world.Floor.Seq;
        Assert.NotNull(world.Release(owner, lead));
        Assert.NotNull(world.Attempt(owner, lead));
        Assert.NotNull(world.Close(owner, lead));
        Assert.NotNull(world.Park(owner, lead, world.Now.AddDays(1)));
        Assert.All(reps.Where(r => r != owner), r => Assert.NotNull(world.Claim(r, lead)));
        Assert.Equal(seq, world.Floor.Seq);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Balances_add_up_to_nothing(string method)
    {
        var world = World.With([.. Lanes.For(method)]);
        var reps = world.Join(4);
        world.AfterRound = (_, _) => Assert.All(world.Floor.Ledgers.Values, l => Assert.True(l.Balances() == 0));
        for (var i = 0; i < 12; i++)
        {
            var lead = world.Send(known: reps[i % 4]);
            if (i % 3 == 0 && world.Of(lead).Offer is { } offer)
            {
                world.PassOn(offer.Rep, lead);
            }

            TakeSomehow(world, reps, lead);
            if (world.Of(lead).Owner is { } owner && i % 2 == 0)
            {
                world.Release(owner, lead);
            }
        }

        Assert.True(method == "manager" || world.Floor.Ledgers[Lanes.In(method)].Accounts.Values.Any(a => a.Received >= Share.One));
    }

    /// <summary>Takes a lead in whichever way its method allows; in a manager's lane nobody can.</summary>
    private static void TakeSomehow(World world, ImmutableArray<RepId> reps, LeadId lead)
    {
        var now = world.Of(lead);
        if (now.Offer is { } offer)
        {
            world.Accept(offer.Rep, lead);
        }
        else if (now.Owner is null && !reps.Any(r => world.Claim(r, lead) is null))
        {
            foreach (var rep in reps.Where(_ => world.Of(lead).Owner is null))
            {
                world.Pull(rep, out _);
            }
        }

        if (world.Of(lead) is { Owner: null, Stay: { } stay } && Catalogue.Of(world.Floor.Plan.Find(stay.Lane)!.Lane.Method).Offer is Domain.Distribution.Offering.Desk)
        {
            world.Assign(world.Manager(), lead, reps[lead.Value.ToByteArray()[0] % reps.Length], force: true);
        }
    }
}
