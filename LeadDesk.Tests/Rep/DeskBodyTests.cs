using Bunit;
using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class DeskBodyTests : Stage
{
    [Fact]
    public void My_leads_stand_by_deadline_the_latest_first()
    {
        var desk = Views.Desk("normal");
        var names = Desk(desk).FindAll(".mine-col [data-verb=open] b").Select(b => b.TextContent);
        Assert.Equal(desk.Mine.OrderBy(l => l.Due!.At).Concat(desk.Parked).Select(Say.Name), names, StringComparer.Ordinal);
    }

    [Fact]
    public void A_row_is_not_drawn_again_when_another_lead_changes()
    {
        var desk = Views.Desk("normal");
        var body = Desk(desk);
        var rows = body.FindComponents<LeadRow>().ToDictionary(r => r.Instance.Id);
        var changed = desk.Mine[0];
        body.Render(p => p.Add(b => b.View, desk with { Version = 2, At = Noon.AddSeconds(1), Mine = [.. desk.Mine.Select(l => l == changed ? l with { AgeSeconds = 99, Version = l.Version + 1, Product = "Something new" } : l with { AgeSeconds = 99 })] }));
        Assert.Equal(2, rows[changed.Id].RenderCount);
        Assert.All(rows.Values.Where(r => r.Instance.Id != changed.Id), r => Assert.Equal(1, r.RenderCount));
    }

    [Fact]
    public void The_open_lead_is_not_drawn_again_because_time_passed()
    {
        var desk = Views.Desk("normal");
        var body = Desk(desk, desk.Mine[0].Id);
        var panel = body.FindComponent<LeadPanel>();
        body.Render(p => p.Add(b => b.View, desk with { At = Noon.AddSeconds(9), Mine = [.. desk.Mine.Select(l => l with { AgeSeconds = 9 })] }));
        Assert.Equal(1, panel.RenderCount);
    }

    [Fact]
    public void A_blind_next_lead_shows_a_band_and_no_ring()
    {
        var next = Desk(Views.Desk("normal")).Find(".next");
        Assert.Null(next.QuerySelector("svg"));
        Assert.Contains("3–5 waiting", next.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_free_place_the_desk_says_what_to_do()
    {
        var next = Desk(Views.Desk("full")).Find(".next");
        Assert.Null(next.QuerySelector("button"));
        Assert.Contains("Finish one or give one back", next.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_names_the_lane()
    {
        string? lane = null;
        Render<DeskBody>(p => p.Add(b => b.View, Views.Desk("normal")).Add(b => b.Take, (string x) => lane = x)).Find("[data-key=T]").Click();
        Assert.Equal("everyone", lane);
    }

    [Fact]
    public void Opening_a_row_opens_that_lead_and_closing_it_closes()
    {
        var desk = Views.Desk("normal");
        var body = Desk(desk);
        body.Find(".mine-col [data-verb=open]").ParentElement!.TriggerEvent("onpick", new PickEventArgs { Verb = "open", Id = desk.Mine[2].Id.ToString() });
        Assert.Equal(Say.Name(desk.Mine[2]), body.Find("#lead-name").TextContent);
        Assert.Equal("lead", body.Find(".desk-body").GetAttribute("data-tab"));
        body.Find("article").TriggerEvent("onpick", new PickEventArgs { Verb = "close" });
        Assert.Empty(body.FindAll("#lead-name"));
    }

    [Fact]
    public void A_lead_that_left_the_desk_closes_its_panel()
    {
        var desk = Views.Desk("normal");
        var body = Desk(desk, desk.Mine[0].Id);
        body.Render(p => p.Add(b => b.View, desk with { Mine = desk.Mine.RemoveAt(0) }));
        Assert.Empty(body.FindAll("#lead-name"));
    }

    [Fact]
    public void What_rang_and_was_taken_by_a_colleague_says_so_for_a_moment()
    {
        var desk = Views.Desk("alert");
        var body = Desk(desk);
        var gone = System.Collections.Immutable.ImmutableDictionary<Guid, GoneNote>.Empty.Add(desk.Alerts[0].LeadId, new("Kim took this", desk.At));
        body.Render(p => p.Add(b => b.View, desk with { Alerts = [] }).Add(b => b.Gone, gone));
        Assert.Contains("Kim took this", body.Find(".ended").TextContent, StringComparison.Ordinal);
        body.Render(p => p.Add(b => b.View, desk with { Alerts = [], At = desk.At.AddSeconds(4) }));
        Assert.Empty(body.FindAll(".ended"));
    }

    [Fact]
    public void Going_home_with_open_leads_asks_what_becomes_of_them()
    {
        GoHomeAsk? asked = null;
        Presence? set = null;
        var body = Render<DeskBody>(p => p.Add(b => b.View, Views.Desk("normal")).Add(b => b.GoHome, (GoHomeAsk a) => asked = a).Add(b => b.SetPresence, (Presence x) => set = x));
        body.Find(".segments").TriggerEvent("onpick", new PickEventArgs { Verb = "presence", Value = "Off" });
        Assert.Null(set);
        body.Find("dialog.go-home").TriggerEvent("onpick", new PickEventArgs { Verb = "GiveBack" });
        Assert.Equal(new GoHomeAsk(GoHomeWay.GiveBack, null), asked);
        Assert.Empty(body.FindAll("dialog.go-home"));
    }

    [Theory]
    [InlineData(PresenceCause.MissedThree, "You let three offers in a row go by", true)]
    [InlineData(PresenceCause.ConnectionLost, "Your connection was lost for a while", true)]
    [InlineData(PresenceCause.ByManager, "A manager set you to Away", true)]
    [InlineData(PresenceCause.ShiftOver, "Your shift was over", false)]
    public void Whoever_was_set_away_is_told_why_until_they_choose(PresenceCause cause, string why, bool mayComeBack)
    {
        Presence? set = null;
        var away = Views.Desk("normal") with { Presence = Presence.Away, PresenceCause = cause };
        var body = Render<DeskBody>(p => p.Add(b => b.View, away).Add(b => b.SetPresence, (Presence x) => set = x));
        Assert.Contains(why, body.Find("[data-away] p").TextContent, StringComparison.Ordinal);
        if (mayComeBack)
        {
            body.Find("[data-away] button").Click();
        }

        Assert.Equal(mayComeBack ? Presence.Available : null, set);
        body.Render(p => p.Add(b => b.View, away with { PresenceCause = PresenceCause.Self }));
        Assert.Empty(body.FindAll("[data-away]"));
    }

    [Fact]
    public void A_planned_moment_that_has_come_stands_first()
    {
        var desk = Views.Desk("normal");
        var lead = desk.Mine[3] with { Due = null, NextAt = desk.At.AddMinutes(-1) };
        var body = Desk(desk with { Mine = desk.Mine.SetItem(3, lead) });
        Assert.Equal(Say.Name(lead), body.Find(".mine-col [data-verb=open] b").TextContent);
        Assert.Contains("Now due", body.Find(".mine-col").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_accepts_on_a_phone_what_they_cannot_see()
    {
        var body = Desk(Views.Desk("offer"));
        Assert.Equal("accept", body.Find(".tabs .primary").GetAttribute("data-verb"));
        body.Find(".tabs").TriggerEvent("onpick", new PickEventArgs { Verb = "mine" });
        Assert.Equal("now", body.Find(".tabs .primary").GetAttribute("data-verb"));
    }

    private IRenderedComponent<DeskBody> Desk(DeskView view, Guid? open = null) => Render<DeskBody>(p => p.Add(b => b.View, view).Add(b => b.Open, open));
}
