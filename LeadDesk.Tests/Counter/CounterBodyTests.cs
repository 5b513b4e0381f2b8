using Bunit;
using LeadDesk.App.Counter;
using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Counter;

public sealed class CounterBodyTests : Stage
{
    [Theory]
    [MemberData(nameof(States))]
    public void No_state_has_more_than_one_filled_button(string state)
    {
        Assert.True(Counter(Views.Desk(state)).FindAll(".btn.primary").Count <= 1);
    }

    public static TheoryData<string> States => [.. LeadDesk.App.Gallery.GalleryScreen.Find("store")!.States];

    [Fact]
    public void Whoever_was_set_away_is_told_why_at_the_counter_too()
    {
        Presence? set = null;
        var view = Views.Desk("normal") with { Presence = Presence.Away, PresenceCause = PresenceCause.MissedThree };
        var body = Render<CounterBody>(p => p.Add(b => b.View, view).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.SetPresence, (Presence x) => set = x));
        Assert.Contains("You let three offers in a row go by", body.Find("[data-away] p").TextContent, StringComparison.Ordinal);
        body.FindAll("button").Single(b => b.TextContent == Say["Presence.BeReady"]).Click();
        Assert.Equal(Presence.Available, set);
    }

    [Fact]
    public void The_card_stays_when_something_rings_and_says_that_it_rings()
    {
        var desk = Views.Desk("normal");
        var body = Counter(desk);
        var title = body.Find("#card-title").TextContent;
        body.Render(p => p.Add(b => b.View, desk with { Offers = Views.Desk("offer").Offers }));
        Assert.Equal(title, body.Find("#card-title").TextContent);
        body.Find(".rings").Click();
        Assert.Contains("engagement ring", body.Find("#card-title").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(body.FindAll(".rings"));
    }

    [Fact]
    public void What_a_customer_would_spend_is_a_secret_before_it_is_taken_too()
    {
        var desk = Views.Desk("offer");
        var offer = Counter(desk with { Offers = [desk.Offers[0] with { Preview = desk.Offers[0].Preview with { Value = 7300 } }] });
        var board = Counter(desk with { Offers = [], Mine = [], Board = [desk.Board[0] with { Value = 7300, Message = "At most $7300, please." }] });
        Assert.All([offer, board], body =>
        {
            var open = body.Find(".counter-card");
            Assert.Contains(open.QuerySelectorAll(".secret"), s => s.TextContent.Contains(Say.Money(7300), StringComparison.Ordinal));
            foreach (var secret in open.QuerySelectorAll(".secret"))
            {
                secret.Remove();
            }

            Assert.DoesNotContain("300", open.TextContent, StringComparison.Ordinal);
            Assert.NotNull(open.QuerySelector("[data-glance-hold]"));
        });
    }

    [Fact]
    public void An_offer_says_who_is_next_and_whether_they_are_asked_already()
    {
        var desk = Views.Desk("offer");
        var card = Counter(desk).Find(".counter-card").TextContent;
        Assert.Contains("If you pass, Dana is next.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("is asked now, too", card, StringComparison.Ordinal);
        Assert.Contains("is asked now, too", Counter(desk with { Offers = [desk.Offers[0] with { NextAsked = true }] }).Find(".counter-card").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void More_time_is_had_while_there_is_some_and_is_no_pass()
    {
        var (more, passed) = (new List<Guid>(), new List<ReasonAsk>());
        var desk = Views.Desk("offer");
        var body = Render<CounterBody>(p => p.Add(b => b.View, desk).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.MoreTime, (Guid x) => more.Add(x)).Add(b => b.Pass, (ReasonAsk x) => passed.Add(x)));
        Assert.NotNull(body.Find("[data-verb=more]"));
        body.Find(".counter-card").TriggerEvent("onpick", new PickEventArgs { Verb = "more" });
        Assert.Equal([desk.Offers[0].LeadId], more);
        Assert.Empty(passed);
        Assert.Empty(Counter(desk with { Offers = [desk.Offers[0] with { MoreTime = false }] }).FindAll(".counter-card [data-verb=more]"));
    }

    [Fact]
    public void A_customer_on_the_line_is_told_as_such_and_may_be_refused()
    {
        var passed = new List<ReasonAsk>();
        var desk = Views.Desk("alert");
        Assert.Empty(Counter(desk).FindAll(".counter-card [data-verb=pass]"));
        desk = desk with { Alerts = [desk.Alerts[0] with { OnTheLine = true, ByName = "Kim" }] };
        var body = Render<CounterBody>(p => p.Add(b => b.View, desk).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.Pass, (ReasonAsk x) => passed.Add(x)));
        Assert.Equal("On the line with Kim: Pearl earrings", body.Find("#card-title").TextContent);
        Assert.Contains("waiting on the line", body.Find(".counter-card .said").TextContent, StringComparison.Ordinal);
        Assert.Equal("Not me", body.Find(".counter-card [data-verb=pass]").TextContent);
        body.Find(".counter-card").TriggerEvent("onpick", new PickEventArgs { Verb = "pass", Value = "" });
        Assert.Equal([new ReasonAsk(desk.Alerts[0].LeadId, null)], passed);
    }

    [Fact]
    public void A_card_whose_lead_went_to_a_colleague_says_so_and_waits_for_a_tap()
    {
        var desk = Views.Desk("normal") with { Mine = [] };
        var lead = desk.Board[0];
        var body = Counter(desk);
        Assert.Equal(lead.Id.ToString(), body.Find(".counter-card").GetAttribute("data-id"));
        body.Render(p => p.Add(b => b.View, desk with { Board = desk.Board.RemoveAt(0) }).Add(b => b.Gone, System.Collections.Immutable.ImmutableDictionary<Guid, GoneNote>.Empty.Add(lead.Id, new("Kim took this", desk.At))));
        Assert.Contains("Kim took this", body.Find(".counter-card").TextContent, StringComparison.Ordinal);
        body.Find("[data-verb=next]").Click();
        Assert.Equal(desk.Board[1].Id.ToString(), body.Find(".counter-card").GetAttribute("data-id"));
    }

    [Fact]
    public void With_a_customer_the_screen_is_calm()
    {
        var body = Counter(Views.Desk("with"));
        Assert.Empty(body.FindAll("#card-title"));
        Assert.Contains("New leads go to others", body.Find(".with-customer").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", body.Find("[role=switch]").GetAttribute("aria-checked"));
    }

    [Fact]
    public void One_tap_says_with_a_customer_and_one_more_takes_it_back()
    {
        var set = new List<Presence>();
        var body = Render<CounterBody>(p => p.Add(b => b.View, Views.Desk("normal")).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.SetPresence, (Presence x) => set.Add(x)));
        body.Find("[role=switch]").Click();
        body.Render(p => p.Add(b => b.View, Views.Desk("with")));
        body.Find("[role=switch]").Click();
        Assert.Equal([Presence.WithCustomer, Presence.Available], set);
    }

    [Fact]
    public void At_the_counter_one_can_be_away_take_a_break_and_go_home()
    {
        var set = new List<Presence>();
        var body = Render<CounterBody>(p => p.Add(b => b.View, Views.Desk("empty")).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.SetPresence, (Presence x) => set.Add(x)));
        var choices = body.FindAll(".with-customer .presence-menu [data-verb=presence]").Select(c => c.GetAttribute("data-value")!).ToList();
        Assert.Equal(["Away", "Break", "Off"], choices);
        foreach (var choice in choices)
        {
            body.Find(".with-customer").TriggerEvent("onpick", new PickEventArgs { Verb = "presence", Value = choice });
        }

        Assert.Equal([Presence.Away, Presence.Break, Presence.Off], set);
        Assert.Contains("Break", Counter(Views.Desk("empty") with { Presence = Presence.Break }).Find(".with-customer [popovertarget=presence-menu][aria-pressed=true]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_goes_home_from_the_counter_is_asked_what_becomes_of_their_leads()
    {
        var set = new List<Presence>();
        GoHomeAsk? asked = null;
        var body = Render<CounterBody>(p => p.Add(b => b.View, Views.Desk("normal")).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.SetPresence, (Presence x) => set.Add(x)).Add(b => b.GoHome, (GoHomeAsk a) => asked = a));
        body.Find(".with-customer").TriggerEvent("onpick", new PickEventArgs { Verb = "presence", Value = "Off" });
        Assert.Empty(set);
        body.Find("dialog.go-home").TriggerEvent("onpick", new PickEventArgs { Verb = "GiveBack" });
        Assert.Equal(new GoHomeAsk(GoHomeWay.GiveBack, null), asked);
        Assert.Empty(body.FindAll("dialog.go-home"));
    }

    [Fact]
    public void A_pause_of_new_leads_is_told_at_the_counter_too()
    {
        var desk = Views.Desk("normal");
        Assert.Empty(Counter(desk).FindAll(".pause-strip"));
        Assert.NotNull(Counter(desk with { PausedUntil = desk.At.AddHours(1) }).Find(".pause-strip"));
    }

    [Fact]
    public void A_discreet_customer_is_written_to_first_and_not_rung()
    {
        var desk = Views.Desk("normal");
        var lead = desk.Mine[0] with { Instructions = new(null, null, true), Attempts = [] };
        var card = Counter(desk with { Mine = [lead], Board = [] }, lead.Id).Find(".counter-card");
        Assert.StartsWith("sms:", card.QuerySelector(".btn.primary")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("no voicemail", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_visit_is_booked_in_two_taps_on_the_channel_that_was_used()
    {
        AttemptAsk? asked = null;
        var desk = Views.Desk("normal");
        var body = Render<CounterBody>(p => p.Add(b => b.View, desk).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.Open, desk.Mine[0].Id).Add(b => b.Attempt, (AttemptAsk a) => asked = a));
        body.Find(".counter-card").TriggerEvent("onpick", new PickEventArgs { Verb = "visit" });
        var time = body.Find(".step-box [data-verb=at]");
        body.Find(".counter-card").TriggerEvent("onpick", new PickEventArgs { Verb = "at", Id = "Call", Value = time.GetAttribute("data-value")! });
        Assert.Equal((Channel.Call, AttemptResult.VisitSet), (asked!.Channel, asked.Result));
        Assert.True(asked.NextAt > desk.At);
    }

    [Fact]
    public void A_walk_in_needs_a_name_and_nothing_else()
    {
        WalkInAsk? asked = null;
        var body = WalkIns(ask =>
        {
            asked = ask;
            return Task.FromResult<string?>(null);
        });
        body.Find(".walk-in").Click();
        body.Find(".walk-in-sheet form").Submit();
        Assert.Null(asked);
        Assert.Contains("Give a name", body.Find("#walk-in-missing").TextContent, StringComparison.Ordinal);
        body.Find("#walk-in-name").Change(" Rina ");
        body.Find(".walk-in-sheet form").Submit();
        Assert.Equal(new WalkInAsk("Rina", null), asked);
        Assert.Empty(body.FindAll(".walk-in-sheet"));
    }

    [Fact]
    public void What_was_typed_of_a_walk_in_stays_until_it_is_kept()
    {
        var kept = new TaskCompletionSource<string?>();
        var body = WalkIns(_ => kept.Task);
        body.Find(".walk-in").Click();
        body.Find("#walk-in-name").Change("Rina");
        body.Find("#walk-in-reach").Change("rina@example.com");
        body.Find(".walk-in-sheet form").Submit();
        Assert.NotNull(body.Find(".walk-in-sheet"));

        var first = kept;
        kept = new();
        first.SetResult("Nothing was done.");
        body.WaitForAssertion(() => Assert.Equal("Nothing was done.", body.Find("#walk-in-refused").TextContent));
        Assert.Equal("Rina", body.Find("#walk-in-name").GetAttribute("value"));
        Assert.Equal("rina@example.com", body.Find("#walk-in-reach").GetAttribute("value"));

        body.Find(".walk-in-sheet form").Submit();
        kept.SetResult(null);
        body.WaitForAssertion(() => Assert.Empty(body.FindAll(".walk-in-sheet")));
    }

    private IRenderedComponent<CounterBody> WalkIns(Func<WalkInAsk, Task<string?>> keep) =>
        Render<CounterBody>(p => p.Add(b => b.View, Views.Desk("empty")).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.WalkIn, keep));

    private IRenderedComponent<CounterBody> Counter(DeskView view, Guid? open = null) =>
        Render<CounterBody>(p => p.Add(b => b.View, view).Add(b => b.Place, "Green Lake").Add(b => b.MyName, "Mia").Add(b => b.Open, open));
}
