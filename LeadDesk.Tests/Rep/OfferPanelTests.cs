using Bunit;
using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class OfferPanelTests : Stage
{
    [Fact]
    public void An_offer_says_what_why_me_and_who_is_next()
    {
        var text = Panel(_ => { }).Find(".what").TextContent;
        Assert.Contains("Bespoke engagement ring", text, StringComparison.Ordinal);
        Assert.Contains("You are next in the ring specialists’ turn.", text, StringComparison.Ordinal);
        Assert.Contains("If you pass, Dana is next.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Passing_asks_for_a_reason_and_takes_none()
    {
        ReasonAsk? passed = null;
        var panel = Panel(ask => passed = ask);
        panel.Find(".offer").TriggerEvent("onpick", new PickEventArgs { Verb = "passing" });
        Assert.Null(passed);
        Assert.Equal("", panel.Find("[data-key=P]").GetAttribute("data-value"));
        panel.Find(".offer").TriggerEvent("onpick", new PickEventArgs { Verb = "pass", Value = "" });
        Assert.NotNull(passed);
        Assert.Null(passed.Reason);
    }

    [Fact]
    public void More_time_is_offered_only_while_there_is_some()
    {
        var offer = Views.Desk("offer").Offers[0];
        Assert.Empty(Render<OfferPanel>(p => p.Add(o => o.Offer, offer with { MoreTime = false })).FindAll("[data-verb=more]"));
    }

    private IRenderedComponent<OfferPanel> Panel(Action<ReasonAsk> pass) => Render<OfferPanel>(p => p.Add(o => o.Offer, Views.Desk("offer").Offers[0]).Add(o => o.Pass, pass));
}
