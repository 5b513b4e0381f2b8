using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M13: an open board of leftovers that nobody is asked to take, with a hard exit.</summary>
public sealed class GrabBagTests
{
    private static readonly Lane Bag = Lanes.Of("grabBag") with { LeftBehindMinutes = [10, 20], FirstAttemptMinutes = 5 };

    [Fact]
    public void Nothing_stays_longer_than_the_hard_exit()
    {
        var world = World.With(Bag, Lanes.Of("fairTurn", "below"));
        var reps = world.Join(3);
        var entered = new Dictionary<LeadId, DateTimeOffset>();
        for (var minute = 0; minute < 120; minute++)
        {
            if (minute < 60)
            {
                entered[world.Send()] = world.Now;
            }

            // Some are taken, and come back by themselves or by the clock.
            var rep = reps[minute % 3];
            if (world.Floor.Leads.Values.FirstOrDefault(l => l is { State: LeadState.Waiting, Stay.Lane: "lane" }) is { } lead && world.Claim(rep, lead.Id) is null && minute % 2 == 0)
            {
                world.Release(rep, lead.Id);
            }

            world.Live(TimeSpan.FromMinutes(1), 15);
            Assert.All(
                world.Floor.Leads.Values.Where(l => l is { Owner: null, Stay.Lane: "lane" }),
                l => Assert.True(world.Now - entered[l.Id] < TimeSpan.FromMinutes(20), $"{l.Id} is still in the bag"));
        }

        Assert.Contains(world.Happened<LeadEvent.Lost>(), l => l.Way == LossWay.Reclaimed);
        Assert.Contains(world.Happened<LeadEvent.Lost>(), l => l.Way == LossWay.Released);
    }

    [Fact]
    public void Nobody_is_alerted_and_everybody_of_the_lane_sees_all_but_the_contact()
    {
        var world = World.With(Bag);
        var rep = world.Join();
        var lead = world.Send(new Facts { Product = "ring", Value = 900 });
        world.Pass(60);
        Assert.Empty(world.Happened<LeadEvent.Alerted>());
        Assert.Empty(world.Happened<LeadEvent.Offered>());
        Assert.Equal(Reveal.AllButContact, Visibility.Of(world.Floor, rep, world.Of(lead), world.Now, world.Today));
        Assert.Null(world.Claim(rep, lead));
    }

    [Fact]
    public void The_hard_exit_runs_in_working_time_and_an_edit_of_the_lane_does_not_move_it()
    {
        var hours = Calendars.Hours("UTC", "mon-fri 10:00-18:00");
        var world = new World(1, "2026-03-04 17:50Z").Plan(hours, Bag, Lanes.Of("fairTurn", "below"));
        var lead = world.Send();
        world.Until("2026-03-05 10:05Z").Plan(hours, Bag with { Version = 2, Name = "Leftovers" }, Lanes.Of("fairTurn", "below"));
        world.Until("2026-03-05 10:09Z");
        Assert.Equal("lane", world.Of(lead).Stay!.Lane);
        world.Until("2026-03-05 10:10Z");
        Assert.Equal("below", world.Of(lead).Stay!.Lane);
    }
}
