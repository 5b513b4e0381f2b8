using System.Reflection;
using LeadDesk.App.Gallery;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace LeadDesk.Tests.Browser;

/// <summary>Every screen there is, by its address.</summary>
internal static class Addresses
{
    private const string Gallery = "/gallery/";

    /// <summary>Every address the router knows; what a page wants to know in its address is made up.</summary>
    public static IEnumerable<string> Routes => typeof(Program).Assembly.GetTypes()
        .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
        .Select(r => r.Template)
        .Where(t => !t.StartsWith(Gallery, StringComparison.Ordinal) && !t.StartsWith("/bench", StringComparison.Ordinal))
        .Select(t => string.Join('/', t.Split('/').Select(part => !part.StartsWith('{') ? part : part.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "x")))
        .Order(StringComparer.Ordinal);

    /// <summary>Every state of the gallery.</summary>
    public static IEnumerable<string> States => GalleryScreen.Addresses;

    /// <summary>Opens an address and waits until it stands. From one state of the gallery to the next the page and its circuit stay.</summary>
    public static async Task OpenAsync(IPage page, string address)
    {
        var isState = address.StartsWith(Gallery, StringComparison.Ordinal);
        if (isState && page.Url.Contains(Gallery, StringComparison.Ordinal))
        {
            await page.EvaluateAsync("address => Blazor.navigateTo(address)", address);
        }
        else
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        }

        var stands = isState ? page.Locator($"[data-gallery='{address[Gallery.Length..]}']") : page.Locator("[data-ready=yes]").First;
        await stands.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
