using Bunit;
using LeadDesk.App.Account;
using LeadDesk.App.Audit;
using LeadDesk.App.Desk;
using LeadDesk.App.Fairness;
using LeadDesk.App.Shell;
using LeadDesk.App.Store;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Audit;

/// <summary>The audit on its page: a still list, filters, and the seal.</summary>
public sealed class AuditBodyTests : Stage
{
    private static readonly AuditFilter Everything = new(null, null, null, null, null);
    private static readonly Guid Lead = new(7, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8);
    private static readonly DirectoryEntry Kim = new(new RepId(1), Guid.NewGuid(), "Kim", "kim@example.com", false, "");

    private static readonly AuditView View = new(Everything, [Line(9, "Took it") with { To = Kim.Id.ToString(), ToName = "Kim", Lead = Lead, Decided = true }, Line(8, "It came in") with { Lead = Lead }], 8, [Kim]) { Head = 9 };

    public AuditBodyTests()
    {
        Services.AddSingleton<CommittedFloor>();
        Services.AddSingleton(new DeskWording(null!, null!, null!));
        Services.AddSingleton<AuditWording>();
    }

    [Fact]
    public void Lines_say_who_did_what_with_whose_lead_before_and_after()
    {
        var body = Render<AuditBody>(p => p.Add(b => b.View, View));

        var row = body.Find("tr[data-id='9']");
        Assert.Contains("Took it", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(["nobody", "Kim"], row.QuerySelectorAll(".moves > span:not([aria-hidden]):not(.sr)").Select(s => s.TextContent));
        Assert.Equal($"audit?lead={Lead}", row.QuerySelector(".which a")!.GetAttribute("href"));
        Assert.Equal("audit?before=8", body.Find("[rel=next]").GetAttribute("href"));
        Assert.Empty(body.FindAll("a[download]"));
    }

    [Fact]
    public void The_form_leads_to_what_was_chosen_and_names_a_number_that_is_none()
    {
        AuditFilter? asked = null;
        var body = Render<AuditBody>(p => p.Add(b => b.View, View).Add(b => b.Look, (AuditFilter f) => asked = f));
        body.Find("#audit-lead").Change("x");
        body.Find("form.audit-filter").Submit();
        Assert.Null(asked);
        Assert.NotEmpty(body.Find(".audit-filter [role=alert]").TextContent);

        body.Find("#audit-person").Change(Kim.Id.ToString());
        body.Find("#audit-act").Change("given");
        body.Find("#audit-day").Change("2026-11-19");
        body.Find("#audit-lead").Change(Lead.ToString());
        body.Find("form.audit-filter").Submit();
        Assert.Equal(new AuditFilter(Kim.Id, Lead, "given", new DateOnly(2026, 11, 19), null), asked);
    }

    [Fact]
    public void The_list_stands_still_and_says_that_there_is_something_newer()
    {
        var body = Render<AuditBody>(p => p.Add(b => b.View, View).Add(b => b.Newer, 3));
        Assert.Contains("3 newer", body.Find(".card-head .btn").TextContent, StringComparison.Ordinal);

        body.Render(p => p.Add(b => b.View, View with { Filter = Everything with { Before = 100 } }));
        Assert.Empty(body.FindAll(".card-head .btn"));
    }

    [Fact]
    public void A_decision_is_opened_and_closed_where_it_stands()
    {
        var card = new ReceiptCard { Entry = 9, At = Noon, Lane = "turn", LaneName = "In turn", LaneVersion = 1, Method = "fairTurn", Chosen = Kim.Id, ChosenName = "Kim", Sentence = "Kim was next." };
        var body = Render<AuditBody>(p => p.Add(b => b.View, View).Add(b => b.Why, _ => card));
        var why = () => body.Find("table.audit").TriggerEvent("onpick", new PickEventArgs { Verb = "why", Id = "9" });
        why();
        Assert.Contains("Kim was next.", body.Find("tr.why").TextContent, StringComparison.Ordinal);
        why();
        Assert.Empty(body.FindAll("tr.why"));
    }

    [Fact]
    public void The_seal_says_what_is_known_of_it()
    {
        var (verify, stopped) = (0, 0);
        var card = Render<ChainCard>(p => p.Add(c => c.Head, 9).Add(c => c.Verify, () => verify++).Add(c => c.Stop, () => stopped++));
        Assert.Contains("Not checked", card.Markup, StringComparison.Ordinal);
        card.Find(".primary").Click();

        card.Render(p => p.Add(c => c.Walked, 4));
        Assert.Equal(("4", "9"), (card.Find("progress").GetAttribute("value"), card.Find("progress").GetAttribute("max")));
        card.Find(".btn").Click();
        Assert.Equal((1, 1), (verify, stopped));

        card.Render(p => p.Add(c => c.Walked, null).Add(c => c.Verdict, new ChainVerdict(Noon, new ChainState(9, new LogHead(9, "ab"), 2, null))));
        Assert.Contains("Unchanged", card.Markup, StringComparison.Ordinal);
        card.Render(p => p.Add(c => c.Verdict, new ChainVerdict(Noon, new ChainState(3, new LogHead(3, "ab"), 2, new ChainBreak(4, "content", "")))));
        Assert.Contains("Event 4 was changed", card.Markup, StringComparison.Ordinal);
    }

    private static AuditLine Line(long seq, string what) => new() { Seq = seq, At = Noon, Act = "taken", Who = "Kim", What = what, Hash = "" };
}
