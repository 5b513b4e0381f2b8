using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace LeadDesk.Tests.Browser;

/// <summary>No screen asks for anything that its content security policy forbids: every route and state, whatever opens on it too.</summary>
public sealed class ContentPolicyTests(GalleryFixture gallery, ShopFixture shop) : IClassFixture<GalleryFixture>, IClassFixture<ShopFixture>
{
    private const string Ear = "document.addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`))";
    private const string OpenAll = "() => { for (const p of document.querySelectorAll('[popover]')) { p.showPopover(); p.hidePopover(); } for (const d of document.querySelectorAll('dialog:not([open])')) { d.showModal(); d.close(); } }";

    private readonly ConcurrentQueue<string> heard = new();

    [BrowserFact]
    public async Task No_route_and_no_state_breaks_its_own_policy()
    {
        var page = await gallery.PageAsync(1440, 900);
        await ListenAsync(page);

        await WalkAsync(page, Addresses.Routes.Concat(Addresses.States));

        Assert.Empty(heard);
        await AssertHearsAsync(page);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task No_route_of_a_shop_at_work_breaks_its_own_policy()
    {
        foreach (var product in new[] { "watch", "ring", "bracelet", "necklace" })
        {
            await shop.Shop.PostLeadAsync("Amelia Hart", product);
        }

        // A manager goes everywhere; the others where they work.
        foreach (var (who, addresses) in new (string, IEnumerable<string>)[] { ("kim", ["/desk", "/account", "/dice", "/rules", "/settings"]), ("mia", ["/store", "/desk"]), ("mo", Addresses.Routes) })
        {
            var page = await shop.SignInAsync($"{who}@example.com");
            await ListenAsync(page);
            await WalkAsync(page, addresses);
            if (who == "mo")
            {
                await page.GotoAsync("/walls");
                await page.FillAsync("#name", "Over the till");
                await page.Keyboard.PressAsync("Enter");
                await WalkAsync(page, [await page.Locator("#link").InputValueAsync()]);
            }

            await page.Context.ClearCookiesAsync();
            await WalkAsync(page, ["/sign-in", "/switch", "/not-found", "/wall/x"]);
            await page.Context.CloseAsync();
        }

        Assert.Empty(heard);
    }

    private async Task ListenAsync(IPage page)
    {
        await page.AddInitScriptAsync(Ear);
        page.Console += (_, line) =>
        {
            if (line.Text.StartsWith("policy:", StringComparison.Ordinal) || line.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                heard.Enqueue($"{page.Url}: {line.Text}");
            }
        };
    }

    private static async Task WalkAsync(IPage page, IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            await Addresses.OpenAsync(page, address);
            await page.EvaluateAsync(OpenAll);
        }
    }

    /// <summary>The ear is open: a style and a script in an attribute are both refused and both heard.</summary>
    private async Task AssertHearsAsync(IPage page)
    {
        await page.EvaluateAsync("() => { const p = document.createElement('p'); p.setAttribute('style', 'color:red'); p.setAttribute('onclick', 'document.title = 1'); document.body.append(p); p.click(); }");
        await page.WaitForFunctionAsync("() => document.title !== '1'");
        Assert.Contains(heard, h => h.Contains("policy: style-src-attr", StringComparison.Ordinal));
        Assert.Contains(heard, h => h.Contains("policy: script-src-attr", StringComparison.Ordinal));
    }
}
