using Bunit;
using LeadDesk.App.Shell;
using LeadDesk.Tests.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LeadDesk.Tests.Shell;

/// <summary>A page that breaks: what it says, what the log says, and how it comes back.</summary>
public sealed class PageBoundaryTests : Stage
{
    private readonly CapturedLog log = new();

    public PageBoundaryTests()
    {
        Services.AddAuthorizationCore();
        Services.AddLogging(l => l.AddProvider(log));
    }

    [Fact]
    public void It_says_what_is_safe_and_a_code_that_the_log_has_and_is_drawn_anew_on_request()
    {
        var breaks = true;
        var page = Render<PageBoundary>(p => p.AddChildContent<Fragile>(f => f.Add(c => c.Breaks, () => breaks)));

        Assert.Equal("The page could not be shown.", page.Find("[role=alert] h2").TextContent);
        var code = page.Find(".trouble .quiet").TextContent[^8..];
        Assert.Contains(log.Lines, l => l.Contains($"Code: {code}.", StringComparison.Ordinal) && l.Contains("It broke here", StringComparison.Ordinal));
        Assert.DoesNotContain("It broke here", page.Markup, StringComparison.Ordinal);

        breaks = false;
        page.Find(".trouble .primary").Click();
        Assert.Equal("<p>whole</p>", page.Markup);
    }

    private sealed class Fragile : ComponentBase
    {
        [Parameter, EditorRequired] public required Func<bool> Breaks { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, Breaks() ? throw new InvalidOperationException("It broke here") : "<p>whole</p>");
    }
}
