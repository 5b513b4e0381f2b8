using Microsoft.Playwright;

namespace LeadDesk.Tests.Browser;

/// <summary>The one Chromium of the tests, started the same way everywhere: quiet, and asking nothing of the world.</summary>
internal static class Chromium
{
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = BrowserFactAttribute.Chromium,
        Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
