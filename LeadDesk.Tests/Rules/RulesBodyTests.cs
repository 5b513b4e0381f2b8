using System.Collections.Immutable;
using Bunit;
using LeadDesk.App.Rules;
using LeadDesk.App.Shell;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Make;
using LeadDesk.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Rules;

/// <summary>The rules on their page: read by everybody, edited by managers.</summary>
public sealed class RulesBodyTests : Stage
{
    private static readonly Lane Rings = Lanes.Of("sharkTank", "rings") with { Name = "Rings", When = Lanes.Product("ring"), Fallback = new Fallback("all") };
    private static readonly Lane All = Lanes.Of("blindPull", "all") with { Name = "Everything else", Fallback = Fallback.Managers };

    private static readonly RulesView View = new(
        new FloorPlan { Lanes = [Rings, All], Sources = [new Source("web", "Website", "form")] },
        4,
        Noon,
        ImmutableDictionary<string, int?>.Empty.Add("rings", 88).Add("all", null),
        [new VersionLine(4, Noon, "Mo", "Busy season", ["Rings moves from place 2 to place 1."]), new VersionLine(3, Noon, "Mo", null, ["The first rules."])],
        [])
    {
        MayPublish = true,
    };

    public RulesBodyTests()
    {
        Services.AddSingleton<RuleWording>();
        Services.AddSingleton<FaultWording>();
        Services.AddSingleton<RuleDiff>();
        Services.AddSingleton<RuleWarnings>();
    }

    [Fact]
    public void Rules_are_sentences_in_their_order_with_the_hits_of_the_week()
    {
        var body = Render<RulesBody>(p => p.Add(b => b.View, View));
        Assert.Equal(["Rings", "Everything else"], body.FindAll(".rule h3").Select(h => h.TextContent.Trim()));
        Assert.Contains("88 in 7 days", body.Find(".rule").TextContent, StringComparison.Ordinal);
        Assert.Single(body.FindAll(".hits"));
        Assert.Contains("Busy season", body.Find(".versions").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rep_reads_and_has_nothing_to_press()
    {
        var body = Render<RulesBody>(p => p.Add(b => b.View, View with { MayPublish = false }));
        Assert.Empty(body.FindAll("[data-verb]"));
        Assert.Contains("open call", body.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_ranks_by_results_shows_who_stands_where_and_why_and_hides_whom_it_must()
    {
        Place At(int? number, int rep, int leads, int wins) => new(number, new Standing(new RepId(rep), 0, leads, wins, Learning: number is null), 420, 2, 4);
        var standings = new LaneStandings("rings", new DateOnly(2025, 12, 9), new DateOnly(2026, 3, 9), 400, [At(1, 7, 60, 30), At(2, 8, 40, 10), At(null, 9, 0, 0)]);
        var view = new StandingsView(standings, "Rings", "topProducer", "closeRate", "Nobody has more than 40 %.",
            [new(standings.Places[0], null, null, false, 0.4m, "30 of 60 won."), new(standings.Places[1], Guid.Empty, "Lee", true, 0.2m, "10 of 40 won."), new(standings.Places[2], Guid.Empty, "Rob", false, null, "Still learning the job: not ranked.")]);
        var card = Render<RulesBody>(p => p.Add(b => b.View, View with { Standings = [view] })).Find(".standings");
        Assert.Equal("Standings in Rings", card.QuerySelector("h2")!.TextContent);
        Assert.Equal(["A colleague30 of 60 won.", "You10 of 40 won.", "RobStill learning the job: not ranked."], card.QuerySelectorAll("tbody th").Select(h => h.TextContent));
        Assert.Equal(["1", "60", "30", "42 %", "2", "40", "10", "42 %", "–", "0", "0", "–"], card.QuerySelectorAll("tbody td").Select(d => d.TextContent.Replace('\u00a0', ' ').Replace("%", " %", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal)));
        Assert.Contains("Counted from 9 Dec to 8 Mar; the figures stand still until 16 Mar.", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rep_who_wants_to_proposes_a_draft_and_it_goes_where_a_manager_answers()
    {
        PublishAsk? asked = null;
        var body = Render<RulesBody>(p => p.Add(b => b.View, View with { MayPublish = false }).Add(b => b.Propose, ask => Task.FromResult((asked = ask) is not null)));
        Assert.Empty(body.FindAll("[data-verb]"));
        body.Find(".top [aria-pressed]").Click();
        Pick(body, "up", "all");
        body.Find(".top .primary").Click();
        body.Find("#publish-reason").Input("It is quieter");
        body.Find("dialog form").Submit();
        Assert.Equal(("It is quieter", "all"), (asked!.Reason, asked.Draft.Lanes[0].Key));
        Assert.Empty(body.FindAll("[data-verb]"));
    }

    [Fact]
    public void A_manager_looks_at_a_proposal_as_the_draft_and_declines_with_a_reason()
    {
        var proposal = new Proposal(Guid.NewGuid(), new RepId(2), Noon, 9);
        PublishAsk? published = null;
        ProposalAnswer? answered = null;
        var body = Render<RulesBody>(p => p
            .Add(b => b.View, View with { Proposals = [new ProposalLine(proposal, "Kim", "Quieter", 3, [All, Rings], ["Rings moves."])] })
            .Add(b => b.Publish, (PublishAsk a) => published = a).Add(b => b.Close, (ProposalAnswer a) => answered = a));
        Assert.Contains("Made for version 3; now version 4", body.Markup, StringComparison.Ordinal);
        var list = body.Find("[aria-labelledby=rules-proposals]");
        list.TriggerEvent("onpick", new PickEventArgs { Verb = "decline", Id = proposal.Id.ToString() });
        body.Find("#decline-reason").Input("Not now");
        body.Find("dialog form").Submit();
        Assert.Equal(new ProposalAnswer(proposal.Id, ProposalEnd.Declined, "Not now"), answered);

        body.Find("[aria-labelledby=rules-proposals]").TriggerEvent("onpick", new PickEventArgs { Verb = "look", Id = proposal.Id.ToString() });
        body.Find(".top .primary").Click();
        body.Find("#publish-reason").Input("Kim is right");
        body.Find("dialog form").Submit();
        Assert.Equal((proposal.Id, "all"), (published!.Draft.Proposal!.Value, published.Draft.Lanes[0].Key));
    }

    [Fact]
    public void A_move_makes_a_draft_that_says_what_is_different_and_warns_of_what_never_fires()
    {
        var body = Render<RulesBody>(p => p.Add(b => b.View, View));
        Pick(body, "up", "all");
        Assert.Equal(["Everything else", "Rings"], body.FindAll(".rule h3").Select(h => h.TextContent.Trim()));
        Assert.Contains("moves from place", body.Find(".rule-changes").TextContent, StringComparison.Ordinal);
        Assert.Contains("Never fires: Everything else takes every such lead first.", body.Find(".rule-warning").TextContent, StringComparison.Ordinal);
        Pick(body, "down", "all");
        Assert.Empty(body.FindAll(".rule-changes"));
    }

    [Fact]
    public void A_new_rule_is_put_before_the_last_and_published_with_a_reason()
    {
        PublishAsk? asked = null;
        var body = Render<RulesBody>(p => p.Add(b => b.View, View).Add(b => b.Publish, (PublishAsk ask) => asked = ask));
        Pick(body, "add", "");
        body.Find("#rule-name").Input("Watches in turn");
        body.Find("#rule-product").Change("watch, clock");
        body.Find("#rule-method").Change("fairTurn");
        Assert.Contains("Watches in turn: about watch or clock", body.Find(".rule-preview").TextContent, StringComparison.Ordinal);
        body.Find("dialog form").Submit();
        Assert.Empty(body.FindAll("dialog"));
        Assert.Equal(["Rings", "Watches in turn", "Everything else"], body.FindAll(".rule h3").Select(h => h.FirstChild!.TextContent.Trim()));

        body.Find(".top .primary").Click();
        Assert.True(body.Find("dialog .primary").HasAttribute("disabled"));
        body.Find("#publish-reason").Input("Watches came up");
        body.Find("dialog form").Submit();
        Assert.Equal(("Watches came up", "watches-in-turn"), (asked!.Reason, asked.Draft.Lanes[1].Key));
    }

    [Fact]
    public void What_is_wrong_is_said_in_the_form_and_does_not_reach_the_draft()
    {
        var body = Render<RulesBody>(p => p.Add(b => b.View, View));
        Pick(body, "edit", "rings");
        body.Find("#rule-from").Change("3000");
        body.Find("#rule-below").Change("1000");
        body.Find("dialog form").Submit();
        Assert.Contains("value below", body.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal);
        body.Find("[data-close]").Click();
        Assert.Empty(body.FindAll(".rule-changes"));
    }

    [Fact]
    public void A_way_round_in_a_circle_is_not_on_offer()
    {
        var form = new LaneForm(All);
        Assert.Empty(form.MayFallTo([Rings, All]));
        Assert.Equal("all", Assert.Single(new LaneForm(Rings).MayFallTo([Rings, All])).Key);
    }

    [Fact]
    public void When_somebody_else_publishes_an_edited_draft_is_kept_and_told_an_untouched_one_follows()
    {
        var theirs = View with { Version = 5, Plan = View.Plan with { Lanes = [Rings with { Name = "Big rings" }, All] } };
        var body = Render<RulesBody>(p => p.Add(b => b.View, View));
        body.Render(p => p.Add(b => b.View, theirs));
        Assert.Equal("Big rings", body.Find(".rule h3").TextContent.Trim());

        Pick(body, "up", "all");
        body.Render(p => p.Add(b => b.View, View with { Version = 6 }));
        Assert.Contains("Version 6 was published", body.Find(".rules-stale").TextContent, StringComparison.Ordinal);
        Assert.Equal("Everything else", body.Find(".rule h3").TextContent.Trim());
        body.Find(".rules-stale .btn").Click();
        Assert.Empty(body.FindAll(".rules-stale"));
    }

    [Fact]
    public void Every_set_to_start_from_is_without_fault()
    {
        Assert.NotEmpty(StarterSets.All);
        Assert.All(StarterSets.All, set => Assert.Empty(new RulesDraft(0, FloorPlan.Empty, set.Lanes).Faults));
    }

    private static void Pick(IRenderedComponent<RulesBody> body, string verb, string id) =>
        body.Find("section").TriggerEvent("onpick", new PickEventArgs { Verb = verb, Id = id });
}
