using LeadDesk.App.Account;
using LeadDesk.App.Live;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Account;
using LeadDesk.Tests.Browser;
using Microsoft.Playwright;
using Xunit;

namespace LeadDesk.Tests.Live;

/// <summary>Open pages of real browsers: they end with their person's right to be here, and never change hands.</summary>
public sealed class CircuitTests(DoorHost host) : IClassFixture<DoorHost>, IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    [BrowserFact]
    public async Task An_open_page_of_a_disabled_person_ends_at_the_sign_in()
    {
        var ann = await host.PersonAsync("ann");
        var page = await OpenAsync(await ContextAsync(ann));
        Assert.True(host.Get<Connections>().IsConnected(new(ann.Number)));

        await host.Get<Accounts>().SetDisabledAsync(ann.Id, true);

        await page.WaitForURLAsync(url => url.EndsWith("/sign-in?returnUrl=%2Fdesk", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_page_whose_line_was_down_when_its_person_was_disabled_ends_at_the_sign_in_too()
    {
        var flo = await host.PersonAsync("flo");
        var line = new Line();
        var page = await OpenAsync(await ContextAsync(flo), line);

        line.Down = true;
        await line.CutAsync();
        await host.Get<Accounts>().SetDisabledAsync(flo.Id, true);

        await page.WaitForURLAsync(url => url.EndsWith("/sign-in?returnUrl=%2Fdesk", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task An_open_page_is_loaded_anew_when_its_person_gets_another_role()
    {
        var ben = await host.PersonAsync("ben", Role.Manager);
        var page = await OpenAsync(await ContextAsync(ben));

        await host.PutAsync(ben, new RepTerms { Role = Role.Rep });

        await UntilLoadedAnewAsync(page);
    }

    [BrowserFact]
    public async Task A_cut_connection_gives_the_page_back_to_the_same_person_as_it_was()
    {
        var cay = await host.PersonAsync("cay");
        var line = new Line();
        var page = await OpenAsync(await ContextAsync(cay), line);

        await line.CutAsync();

        await line.SecondTime.WaitAsync(TimeSpan.FromSeconds(30));
        await page.Locator("#components-reconnect-modal.components-reconnect-hide").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.True(await page.EvaluateAsync<bool>("window.asItWas === true"));
    }

    [BrowserFact]
    public async Task A_cut_connection_never_gives_the_page_to_the_next_person_at_the_browser()
    {
        var dee = await host.PersonAsync("dee");
        var eli = await host.PersonAsync("eli");
        var line = new Line();
        var context = await ContextAsync(dee);
        var page = await OpenAsync(context, line);

        await SignInAsync(context, eli);
        await line.CutAsync();

        await UntilLoadedAnewAsync(page);
        Assert.True(host.Get<Connections>().IsConnected(new(eli.Number)));
        Assert.NotNull(host.Get<Standing>().Of(dee.Id));
    }

    private static async Task UntilLoadedAnewAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => window.asItWas !== true");
        await page.Locator("[data-ready=yes]").WaitForAsync();
    }

    private async Task<IBrowserContext> ContextAsync(App.Account.Account person)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = host.Url });
        await SignInAsync(context, person);
        return context;
    }

    /// <summary>The person's cookie in this browser, whoever's was there before.</summary>
    private async Task SignInAsync(IBrowserContext context, App.Account.Account person)
    {
        using var visitor = host.Visit();
        (await visitor.SignInAsync(person)).Dispose();
        var cookie = visitor.Cookies.GetAllCookies().Single(c => c.Name == "leaddesk");
        await context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = host.Url, HttpOnly = true }]);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, Line? line = null)
    {
        var page = await context.NewPageAsync();
        if (line is not null)
        {
            await page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/_blazor", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), line.Join);
        }

        await page.GotoAsync("/desk");
        await page.Locator("[data-ready=yes]").WaitForAsync();
        await page.EvaluateAsync("window.asItWas = true");
        return page;
    }
}
