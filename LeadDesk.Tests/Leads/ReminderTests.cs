using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>The moment planned for the next try comes by itself, whether anybody looks or not.</summary>
public sealed class ReminderTests
{
    private readonly World world = World.With(Lanes.Of("blindPull"));

    [Fact]
    public void Its_owner_is_reminded_once_when_the_moment_has_come()
    {
        var (rep, lead) = Tried(30);
        world.Pass(30 * 60 - 1);
        Assert.Empty(world.Happened<LeadEvent.Reminded>());
        world.Pass(1);
        Assert.Equal(lead, Assert.Single(world.Happened<LeadEvent.Reminded>()).Lead);
        world.Live(TimeSpan.FromMinutes(5), 60);
        Assert.Single(world.Happened<LeadEvent.Reminded>());
        Assert.Equal(rep, world.Of(lead).Owner);
    }

    [Fact]
    public void A_clock_that_looks_late_still_reminds_once()
    {
        Tried(30);
        world.Pass(TimeSpan.FromHours(9));
        world.Tick();
        Assert.Single(world.Happened<LeadEvent.Reminded>());
    }

    [Fact]
    public void A_new_plan_reminds_anew_and_a_closed_lead_never()
    {
        var (rep, lead) = Tried(30);
        world.Pass(1800);
        world.Attempt(rep, lead, world.Now.AddMinutes(10));
        world.Pass(600);
        Assert.Equal(2, world.Happened<LeadEvent.Reminded>().Count());
        world.Attempt(rep, lead, world.Now.AddMinutes(10));
        world.Close(rep, lead);
        world.Pass(600);
        Assert.Equal(2, world.Happened<LeadEvent.Reminded>().Count());
    }

    private (Domain.Floor.RepId Rep, LeadId Lead) Tried(int minutes)
    {
        var rep = world.Join();
        world.Send();
        var lead = world.Pulled(rep);
        world.Attempt(rep, lead, world.Now.AddMinutes(minutes));
        return (rep, lead);
    }
}
