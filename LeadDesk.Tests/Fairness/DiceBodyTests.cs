using System.Security.Cryptography;
using Bunit;
using LeadDesk.App.Fairness;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Fairness;

/// <summary>The open dice on their page: days, draws, and the lines with which anybody makes a throw anew.</summary>
public sealed class DiceBodyTests : Stage
{
    private static readonly string Secret = new('A', 64);
    private static readonly DiceDay Today = new(new DateOnly(2026, 11, 19), 90, Noon, "abc", "def", null, null);
    private static readonly DiceDay Yesterday = new(new DateOnly(2026, 11, 18), 3, Noon.AddDays(-1), Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(Secret))), "def", Secret, "00ff");

    private static readonly DiceDraw Draw = new(17, Noon.AddDays(-1), Yesterday, "turn", "In turn", 1, "fairTurn", false, false,
        [new DiceThrow(Guid.NewGuid(), 4, "Kim", false, 1, 0, "00000000000000110000000000000004", "0102030405060708ffff", 72623859790382856, true), new DiceThrow(Guid.NewGuid(), 2, null, false, 2, 0, "00000000000000110000000000000002", "0202030405060708ffff", 144681453828310792, true), new DiceThrow(Guid.NewGuid(), 3, null, true, 3, -5, "", "0302030405060708ffff", 5, false)],
        true);

    [Fact]
    public void Todays_secret_is_shut_and_yesterdays_open()
    {
        var body = Render<DiceBody>(p => p.Add(b => b.View, new DiceView([Today, Yesterday], Yesterday.Day, [new DiceDrawLine(17, Noon, "In turn", false, 3, "Kim", false)], null)));

        var days = body.FindAll(".dice-days > li").Select(d => d.TextContent).ToList();
        Assert.DoesNotContain(Secret.ToLowerInvariant(), days[0], StringComparison.Ordinal);
        Assert.Contains("opens tomorrow", days[0], StringComparison.Ordinal);
        Assert.Contains(Secret.ToLowerInvariant(), days[1], StringComparison.Ordinal);
        Assert.Equal("dice?entry=17", body.Find(".dice-draws a").GetAttribute("href"));
    }

    [Fact]
    public void A_draw_shows_its_throws_and_the_lines_to_type()
    {
        var body = Render<DiceBody>(p => p.Add(b => b.View, new DiceView([Today, Yesterday], Yesterday.Day, [], Draw)));

        Assert.Equal("yes", body.Find("#dice-proof").ParentElement!.GetAttribute("data-holds"));
        Assert.Contains("printf 00000000000000110000000000000004 | xxd -r -p | openssl dgst -sha256 -mac HMAC -macopt hexkey:" + Secret.ToLowerInvariant(), body.Markup, StringComparison.Ordinal);
        Assert.Contains("72,623,859,790,382,856", body.Find(".grid").TextContent, StringComparison.Ordinal);
        Assert.Contains("not in the tie", body.FindAll(".grid tbody tr")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal(["Kim", "a colleague", "You"], body.FindAll(".grid tbody th").Select(t => t.TextContent));
    }

    [Fact]
    public void A_number_that_is_none_is_named_and_one_that_is_leads_to_its_draw()
    {
        long asked = 0;
        var body = Render<DiceBody>(p => p.Add(b => b.View, new DiceView([], null, [], null)).Add(b => b.Look, (long entry) => asked = entry));
        body.Find("#dice-entry").Change("x");
        body.Find("form.dice-find").Submit();
        Assert.NotEmpty(body.Find("[role=alert]").TextContent);

        body.Find("#dice-entry").Change(" 17 ");
        body.Find("form.dice-find").Submit();
        Assert.Equal(17, asked);
        body.Render(p => p.Add(b => b.View, new DiceView([], null, [], null) { Missing = 17 }));
        Assert.Contains("Entry 17 is no draw", body.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }
}
