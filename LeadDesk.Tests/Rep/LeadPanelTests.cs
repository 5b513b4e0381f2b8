using System.Globalization;
using Bunit;
using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class LeadPanelTests : Stage
{
    [Fact]
    public void Short_answers_stand_ready_and_sending_one_asks_what_happened()
    {
        var lead = Views.Desk("normal").Mine[1];
        var panel = Render<LeadPanel>(p => p.Add(b => b.Lead, lead).Add(b => b.Replies, l => QuickReply.For(l, "Kim", "Green Lake", Say)));
        Assert.Empty(panel.FindAll(".replies"));
        panel.Find("article").TriggerEvent("onpick", new PickEventArgs { Verb = "step-Reply" });
        Assert.Equal(3, panel.FindAll(".replies li").Count);
        Assert.All(panel.FindAll(".replies a").Select(a => a.GetAttribute("href")!), h => Assert.Contains("Kim%20at%20Green%20Lake", h, StringComparison.Ordinal));
        Assert.Contains(panel.FindAll(".replies a"), a => a.GetAttribute("href")!.StartsWith("https://wa.me/", StringComparison.Ordinal));
        panel.Find("article").TriggerEvent("onpick", new PickEventArgs { Verb = "tap", Value = "Sms" });
        Assert.NotEqual(Say["Lead.What"], panel.Find("#what-happened").TextContent);
    }

    private readonly List<object> asked = [];

    [Fact]
    public void An_outcome_takes_one_click_and_carries_the_note_and_the_way_last_used()
    {
        var panel = Panel();
        panel.Find("#lead-note").Change(" 3 pm is fine ");
        Pick(panel, "tap", "Sms");
        Pick(panel, "did-NoAnswer");
        Assert.Equal(new AttemptAsk(Lead.Id, Channel.Sms, AttemptResult.NoAnswer, "3 pm is fine", null), Assert.Single(asked));
        Assert.True(string.IsNullOrEmpty(panel.Find("#lead-note").GetAttribute("value")));
    }

    [Fact]
    public void A_call_back_asks_when_and_then_is_one_click()
    {
        var panel = Panel();
        Pick(panel, "step-CallBack");
        var at = panel.FindAll("[data-verb=at]")[1].GetAttribute("data-value")!;
        Pick(panel, "at", at);
        var ask = Assert.IsType<AttemptAsk>(Assert.Single(asked));
        Assert.Equal((AttemptResult.CallBack, Noon.AddHours(2)), (ask.Result, ask.NextAt));
        Assert.Empty(panel.FindAll(".step-box"));
    }

    [Fact]
    public void Coming_back_later_parks_and_is_no_attempt()
    {
        var panel = Panel();
        Pick(panel, "step-Later");
        Pick(panel, "at", Noon.AddHours(1).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(new ParkAsk(Lead.Id, Noon.AddHours(1)), Assert.Single(asked));
    }

    [Fact]
    public void Lost_shows_the_reasons_of_the_shop()
    {
        var panel = Panel("no budget", "bought elsewhere");
        Pick(panel, "step-Lost");
        Assert.Equal(["no budget", "bought elsewhere"], panel.FindAll(".step-box button").Select(b => b.TextContent), StringComparer.Ordinal);
        Pick(panel, "ended-Lost", "no budget");
        Assert.Equal(new OutcomeAsk(Lead.Id, Outcome.Lost, null, "no budget"), Assert.Single(asked));
    }

    [Theory]
    [InlineData("4,500", 4500d)]
    [InlineData("", null)]
    [InlineData("4,500 €", 4500d)]
    [InlineData("EUR 4,500.50", 4500.5)]
    [InlineData("0", 0d)]
    public void A_win_may_have_a_worth(string typed, double? worth)
    {
        var panel = Panel();
        Pick(panel, "step-Won");
        panel.Find(".step-box input").Change(typed);
        panel.Find(".step-box button").Click();
        Assert.Equal(new OutcomeAsk(Lead.Id, Outcome.Won, (decimal?)worth, null), Assert.Single(asked));
    }

    [Theory]
    [InlineData("lots")]
    [InlineData("-5")]
    [InlineData("4k")]
    [InlineData("€")]
    public void A_worth_that_cannot_be_read_is_asked_again_and_nothing_is_saved(string typed)
    {
        var panel = Panel();
        Pick(panel, "step-Won");
        panel.Find(".step-box input").Change(typed);
        panel.Find(".step-box button").Click();
        Assert.Empty(asked);
        Assert.Contains("1,250", panel.Find(".step-box [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", panel.Find(".step-box input").GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("ended-Lost", "")]
    [InlineData("ended-Junk", "")]
    [InlineData("back", "")]
    [InlineData("stop", "")]
    [InlineData("to", "6f9619ff-8b86-4d01-b42d-00cf4fc964ff")]
    public void A_note_is_saved_before_the_lead_goes_where_its_writer_cannot_follow(string verb, string value)
    {
        var panel = Panel();
        panel.Find("#lead-note").Change("asked for gold");
        Pick(panel, verb, value);
        Assert.Equal(new NoteAsk(Lead.Id, "asked for gold"), asked[0]);
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public void A_note_that_could_not_be_saved_stands_in_the_field_again()
    {
        var panel = Panel();
        panel.Find("#lead-note").Change("asked for gold");
        Pick(panel, "note");
        Assert.True(string.IsNullOrEmpty(panel.Find("#lead-note").GetAttribute("value")));
        panel.Render(p => p.Add(l => l.Draft, "asked for gold"));
        Assert.Equal("asked for gold", panel.Find("#lead-note").GetAttribute("value"));
    }

    [Fact]
    public void What_was_written_stands_in_the_story_and_a_new_note_or_attempt_is_drawn_though_the_lead_has_no_new_version()
    {
        var panel = Panel();
        panel.Render(p => p.Add(l => l.Lead, Lead with { Notes = [new(Noon, Guid.Empty, "Kim", "asked for gold")] }));
        Assert.Contains("Kim wrote", panel.Find(".story").TextContent, StringComparison.Ordinal);
        Assert.Equal("asked for gold", panel.Find(".story q").TextContent);
        panel.Render(p => p.Add(l => l.Lead, Lead with { Attempts = [new(Noon, Guid.Empty, "Kim", Channel.Call, AttemptResult.NoAnswer, "rang out")] }));
        Assert.Equal("rang out", panel.Find(".story q").TextContent);
    }

    [Fact]
    public void Giving_back_needs_no_reason()
    {
        var panel = Panel();
        Pick(panel, "back");
        Assert.Equal(new ReasonAsk(Lead.Id, null), Assert.Single(asked));
    }

    [Fact]
    public void Not_now_asks_for_the_day_and_whether_it_goes_by_the_rules_and_never_again_asks_twice()
    {
        var panel = Panel();
        Pick(panel, "step-NotNow");
        Assert.Equal(["In a week", "In a month", "In three months", "In half a year"], panel.FindAll(".step-box [data-verb=at]").Select(b => b.TextContent));
        panel.Find(".step-box input[type=checkbox]").Change(true);
        Pick(panel, "at", panel.Find(".step-box [data-verb=at]").GetAttribute("data-value")!);
        var (id, at, pooled) = Assert.IsType<NotNowAsk>(Assert.Single(asked));
        Assert.Equal((Lead.Id, true), (id, pooled));
        Assert.InRange((at!.Value - Noon).TotalDays, 6, 8);

        asked.Clear();
        Pick(panel, "step-Stop");
        Assert.Contains("cannot be taken back", panel.Find(".step-box").TextContent, StringComparison.Ordinal);
        Assert.Empty(asked);
        Pick(panel, "stop");
        Assert.Equal(new NotNowAsk(Lead.Id, null, false), Assert.Single(asked));
    }

    [Fact]
    public void An_empty_note_is_not_saved()
    {
        var panel = Panel();
        Pick(panel, "note");
        panel.Find("#lead-note").Change("Wants platinum");
        Pick(panel, "note");
        Assert.Equal(new NoteAsk(Lead.Id, "Wants platinum"), Assert.Single(asked));
    }

    [Fact]
    public void What_is_written_is_kept_at_every_pause_and_dropped_when_it_is_saved()
    {
        var kept = new List<NoteAsk>();
        var panel = Render<LeadPanel>(p => p.Add(l => l.Lead, Lead).Add(l => l.Draft, "from last time").Add(l => l.Drafted, n => kept.Add(n)));
        Assert.Equal("from last time", panel.Find("#lead-note").GetAttribute("value"));
        panel.Find("#lead-note").Change("Wants plat");
        Pick(panel, "note");
        Assert.Equal([new(Lead.Id, "Wants plat"), new(Lead.Id, "")], kept);
    }

    [Fact]
    public void A_tapped_call_asks_what_happened()
    {
        var panel = Panel();
        Pick(panel, "tap", "Call");
        Assert.Equal("You used call at 12:00. What happened?", panel.Find("#what-happened").TextContent);
        Assert.Empty(asked);
    }

    [Fact]
    public void A_customer_who_wants_quiet_is_marked() => Assert.Contains("Keep it quiet", Panel().Find(".quietly").TextContent, StringComparison.Ordinal);

    private LeadCard Lead => Views.Desk("normal").Mine[0] with { Id = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff") };

    private IRenderedComponent<LeadPanel> Panel(params string[] reasons) => Render<LeadPanel>(p => p
        .Add(l => l.Lead, Lead with { Instructions = new(null, null, true) })
        .Add(l => l.LostReasons, reasons.Length == 0 ? null : reasons)
        .Add(l => l.Attempt, (AttemptAsk a) => asked.Add(a))
        .Add(l => l.Outcome, (OutcomeAsk a) => asked.Add(a))
        .Add(l => l.Park, (ParkAsk a) => asked.Add(a))
        .Add(l => l.NotNow, (NotNowAsk a) => asked.Add(a))
        .Add(l => l.Note, (NoteAsk a) => asked.Add(a))
        .Add(l => l.HandOver, (HandOverAsk a) => asked.Add(a))
        .Add(l => l.Release, (ReasonAsk a) => asked.Add(a)));

    private static void Pick(IRenderedComponent<LeadPanel> panel, string verb, string value = "") =>
        panel.Find("article").TriggerEvent("onpick", new PickEventArgs { Verb = verb, Value = value });
}
