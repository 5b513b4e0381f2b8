using Bunit;
using LeadDesk.App.Settings;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Settings;

/// <summary>What somebody wants of one rule, field by field.</summary>
public sealed class LaneWishTests : Stage
{
    [Fact]
    public void One_of_two_times_says_nothing_yet_and_both_are_quiet_hours()
    {
        var asked = new List<OptIn>();
        var wish = Render<LaneWish>(p => p.Add(w => w.Name, "In turn").Add(w => w.Wish, OptIn.Everything).Add(w => w.Save, (OptIn o) => asked.Add(o)));
        wish.FindAll("input[type=time]")[0].Change("18:00:00");
        Assert.Empty(asked);
        wish.FindAll("input[type=time]")[1].Change("08:00:00");
        Assert.Equal([new OptIn(true, null, new QuietHours(18 * 60, 8 * 60))], asked);

        // Typed and not yet agreed, they stay while something else of it changes.
        wish.Render(p => p.Add(w => w.Wish, new OptIn(true, 8)));
        Assert.Equal("18:00", wish.FindAll("input[type=time]")[0].GetAttribute("value"));
        wish.Render(p => p.Add(w => w.Wish, asked[0]));
        wish.FindAll("input[type=time]")[0].Change("");
        wish.FindAll("input[type=time]")[1].Change("");
        Assert.Null(asked[^1].Quiet);
    }

    [Fact]
    public void No_number_is_as_many_as_come()
    {
        OptIn? asked = null;
        var wish = Render<LaneWish>(p => p.Add(w => w.Name, "In turn").Add(w => w.Wish, new OptIn(true, 8)).Add(w => w.Save, (OptIn o) => asked = o));
        wish.Find("input[type=number]").Change("0");
        Assert.Equal(OptIn.Everything, asked);
        wish.Find("input[type=checkbox]").Change(false);
        Assert.Equal(new OptIn(false, 8), asked);
        wish.Render(p => p.Add(w => w.Wish, asked!));
        Assert.All(wish.FindAll("input:not([type=checkbox])"), i => Assert.True(i.HasAttribute("disabled")));
    }
}
