using Bunit;
using LeadDesk.App.Account;
using LeadDesk.App.Fairness;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Fairness;

/// <summary>A person's account on its page: in words, in figures, line by line.</summary>
public sealed class AccountBodyTests : Stage
{
    private static readonly Guid Kim = Guid.NewGuid();
    private static readonly AccountLane Turn = new("turn", "In turn", true, Share.One / 2 * 5, Share.One * 2, Share.One / 2, 2, 2.5);
    private static readonly AccountLane Blind = new("blind", "Blind", false, Share.One * 12, Share.One * 12, 0, 12, 10.4);
    private static readonly AccountLane None = new("none", "Nothing", true, 0, 0, 0, 0, 0);

    private static readonly AccountView View = new(Kim, "Kim", true, [Turn, Blind, None], Turn,
    [
        new AccountLine(9, Noon, 5, true, "offered", -Share.One / 2, -Share.One, Share.One / 2) { Receiver = 1 },
        new AccountLine(7, Noon, 7, false, "offered", Share.One / 2, 0, 0) { Receiver = 2, ReceiverName = "Dana" },
        new AccountLine(5, Noon, 5, false, "offered", Share.One / 2, Share.One, -Share.One / 2) { Receiver = 1, StruckBy = 9 },
    ]);

    [Fact]
    public void A_balance_is_said_in_words_and_where_the_taker_decides_what_was_taken()
    {
        var body = Render<AccountBody>(p => p.Add(b => b.View, View));

        Assert.Contains("You are owed 0.50 of a lead", body.Find(".account-stand").TextContent, StringComparison.Ordinal);
        var lanes = body.FindAll(".account-lanes li").Select(l => l.TextContent).ToList();
        Assert.Contains("You have taken 12; an even part would be 10.4.", lanes[1], StringComparison.Ordinal);
        Assert.Contains("Nothing yet.", lanes[2], StringComparison.Ordinal);
        Assert.Empty(body.FindAll(".account-who"));

        body.Render(p => p.Add(b => b.View, View with { Open = Turn with { Balance = -Share.One / 4 }, IsReader = false, People = [new DirectoryEntry(new RepId(1), Kim, "Kim", "", false, "")] }));
        Assert.Contains("Has had 0.25 of a lead beyond the share", body.Find(".account-stand").TextContent, StringComparison.Ordinal);
        Assert.Contains("Kim’s account", body.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Single(body.FindAll(".account-who a"));
    }

    [Fact]
    public void Credits_are_stated_by_month_with_the_quotas_of_this_one()
    {
        var credits = Render<AccountBody>(p => p.Add(b => b.View, View with { Months = [new(new DateOnly(2026, 11, 1), 12, 5, 2, 1, 3, 0)], Quotas = [new QuotaLine("icg", "Accounts", "calls", 12, 40), new QuotaLine("icg", "Accounts", "sales", 2, 2)] })).Find(".credits");
        Assert.Equal(["2", "1", "3", "0", "12", "5"], credits.QuerySelectorAll("td").Select(d => d.TextContent));
        Assert.Contains("Accounts: 12 of 40 calls this month. Not met yet.", credits.TextContent, StringComparison.Ordinal);
        Assert.Contains("Accounts: 2 of 2 won this month. Met.", credits.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing yet.", Render<AccountBody>(p => p.Add(b => b.View, View)).Find(".credits").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_show_what_moved_and_every_digit_when_asked()
    {
        var body = Render<AccountBody>(p => p.Add(b => b.View, View));
        var rows = body.FindAll(".account tbody tr").ToList();

        Assert.Contains("Entry 5 taken back", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Dana had this one", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("struck", rows[2].ClassName, StringComparison.Ordinal);
        Assert.Equal(["+0.50", "", "0.00"], rows[1].QuerySelectorAll(".num").Select(n => n.TextContent.Trim()));
        Assert.Equal(["+0.50", "−1.00", "−0.50"], rows[2].QuerySelectorAll(".num").Select(n => n.TextContent.Trim()));

        body.Find(".card-head [aria-pressed]").Click();
        Assert.Contains("2,671,465,728,531,600", body.Find(".account").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_opens_its_receipt_and_where_it_may_be_seen_the_leads_story()
    {
        var card = new ReceiptCard { Entry = 7, At = Noon, Lane = "turn", LaneName = "In turn", LaneVersion = 1, Method = "fairTurn", Chosen = Kim, Sentence = "Dana was next.", Lead = new(Guid.NewGuid()) };
        var body = Render<AccountBody>(p => p.Add(b => b.View, View).Add(b => b.Why, seq => card with { Entry = seq })
            .Add(b => b.Story, _ => Task.FromResult<IReadOnlyList<StoryStep>?>([new StoryStep(Noon, "It came in from Website.", null)])));

        body.Find("table.account").TriggerEvent("onpick", new PickEventArgs { Verb = "why", Id = "7" });

        Assert.Contains("Dana was next.", body.Find("tr.why").TextContent, StringComparison.Ordinal);
        Assert.Contains("It came in from Website.", body.Find("tr.why").TextContent, StringComparison.Ordinal);
        body.Find("table.account").TriggerEvent("onpick", new PickEventArgs { Verb = "why", Id = "7" });
        Assert.Empty(body.FindAll("tr.why"));
    }

    [Fact]
    public void An_account_without_a_line_says_what_will_stand_there() =>
        Assert.Contains("The first lead", Render<AccountBody>(p => p.Add(b => b.View, View with { Open = None, Lines = [] })).Find(".empty").TextContent, StringComparison.Ordinal);
}
