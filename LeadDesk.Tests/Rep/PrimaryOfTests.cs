using Bunit;
using LeadDesk.App.RepDesk;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class PrimaryOfTests : Stage
{
    [Theory]
    [InlineData("offer", Primary.Accept)]
    [InlineData("alert", Primary.TakeAlert)]
    [InlineData("normal", Primary.TakeNext)]
    [InlineData("full", Primary.None)]
    [InlineData("empty", Primary.None)]
    public void The_desk_knows_the_one_thing_to_do_next(string state, Primary expected) => Assert.Equal(expected, PrimaryOf.Desk(Views.Desk(state), null));

    [Fact]
    public void An_open_lead_that_nobody_tried_comes_before_the_next_one()
    {
        var desk = Views.Desk("normal");
        Assert.Equal(Primary.Call, PrimaryOf.Desk(desk, desk.Mine.First(l => l.Attempts is { Length: 0 })));
        Assert.Equal(Primary.TakeNext, PrimaryOf.Desk(desk, desk.Mine.First(l => l.Attempts is { Length: > 0 })));
    }

    [Theory]
    [InlineData("offer")]
    [InlineData("alert")]
    [InlineData("normal")]
    [InlineData("late")]
    [InlineData("full")]
    [InlineData("empty")]
    [InlineData("away")]
    public void At_most_one_button_is_filled_beside_the_phone_bar(string state)
    {
        var desk = Views.Desk(state);
        foreach (var open in desk.Mine.Select(l => (Guid?)l.Id).Append(null))
        {
            var body = Render<DeskBody>(p => p.Add(b => b.View, desk).Add(b => b.Open, open));
            Assert.True(body.FindAll(".desk-body .primary").Count <= 1);
            Assert.Equal(body.FindAll(".desk-body .primary").Count, body.FindAll(".tabs .primary").Count);
        }
    }
}
