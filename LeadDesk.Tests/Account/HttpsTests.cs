using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeadDesk.App.Account;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Browser;
using Microsoft.Playwright;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>The doors over https, on a real Kestrel with a certificate of our own making.</summary>
public sealed class HttpsTests : IAsyncLifetime
{
    private readonly X509Certificate2 certificate = SelfMade();

    public HttpsTests() => Host = new(certificate);

    private DoorHost Host { get; }

    public Task InitializeAsync() => Host.InitializeAsync();

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        certificate.Dispose();
    }

    [Fact]
    public async Task Every_cookie_is_for_this_host_alone()
    {
        var mo = await Host.PersonAsync("mo", Role.Manager);
        using var browser = Visit();
        var told = new List<string>();

        using var form = await browser.GetAsync("/sign-in");
        using var welcome = await browser.SignInAsync(mo);
        using var device = await browser.PostAsync("/devices/approve", await browser.FieldsAsync("/sign-out"), ("name", "Counter"));
        using var bye = await browser.PostAsync("/sign-out", await browser.FieldsAsync("/sign-out"));

        foreach (var answer in new[] { form, welcome, device, bye })
        {
            told.AddRange(answer.Headers.GetValues("Set-Cookie"));
            Assert.NotEmpty(answer.Headers.GetValues("Strict-Transport-Security").Single());
        }

        Assert.Equal(["__Host-leaddesk", "__Host-leaddesk-device", "__Host-leaddesk-form"], told.Select(c => c.Split('=')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var cookie in told)
        {
            var parts = cookie.Split(';').Select(p => p.Trim().ToLowerInvariant()).ToList();
            Assert.Contains("secure", parts);
            Assert.Contains("path=/", parts);
            Assert.Contains("httponly", parts);
            Assert.DoesNotContain(parts, p => p.StartsWith("domain", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_cookie_that_a_neighbouring_host_could_have_planted_is_not_heard()
    {
        var ann = await Host.PersonAsync("ann");
        using var browser = Visit();
        using var planted = Visit();
        (await browser.SignInAsync(ann)).Dispose();
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope"));

        foreach (var cookie in browser.Cookies.GetAllCookies().Where(c => c.Name.StartsWith(HostCookies.Prefix, StringComparison.Ordinal)))
        {
            planted.Cookies.Add(new Uri(Host.Url), new System.Net.Cookie(cookie.Name[HostCookies.Prefix.Length..], cookie.Value));
        }

        Assert.Equal(HttpStatusCode.Redirect, await planted.StatusAsync("/nope"));
    }

    [BrowserFact]
    public async Task A_real_browser_takes_each_of_them_also_those_that_scripts_set()
    {
        var ann = await Host.PersonAsync("ann");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var context = await browser.NewContextAsync(new() { BaseURL = Host.Url, IgnoreHTTPSErrors = true, Locale = "en-GB" });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#email", ann.Email!);
        await page.FillAsync("#password", DoorHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(ShopFixture.Live).WaitForAsync();

        await page.EvaluateAsync("() => { for (const b of ['[data-theme-set=dark]', '[data-density-set=compact]']) document.querySelector(b).click(); }");
        await page.ReloadAsync();
        Assert.Equal("dark compact", await page.EvaluateAsync<string>("() => `${document.documentElement.dataset.theme} ${document.documentElement.dataset.density}`"));
        await page.Locator("[data-ready=yes]").WaitForAsync();
        await page.EvaluateAsync("() => document.querySelector('[data-culture-set=de]').click()");
        await page.WaitForFunctionAsync("() => document.documentElement.lang === 'de'");

        var cookies = await context.CookiesAsync();
        Assert.Equal(5, cookies.Count);
        Assert.All(cookies, c => Assert.StartsWith("__Host-", c.Name, StringComparison.Ordinal));
    }

    private Visitor Visit() => new(Host.Url, certificate.Thumbprint);

    private static X509Certificate2 SelfMade()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=LeadDesk test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(80));
    }
}
