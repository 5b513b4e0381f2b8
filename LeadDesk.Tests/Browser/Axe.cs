using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LeadDesk.Tests.Browser;

/// <summary>axe-core inside a page: it comes with every document, and is only asked from then on.</summary>
internal static class Axe
{
    private static readonly string Source = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string[] ByColour = ["color-contrast", "link-in-text-block"];

    private const string Ask = """
        async ({ within, type, values }) => {
          const { violations } = await axe.run(within ?? document, { runOnly: { type, values }, resultTypes: ['violations'] });
          return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.html}`));
        }
        """;

    /// <summary>Every document that the page opens from now on has axe with it: far cheaper than to send it each time.</summary>
    public static Task JoinAsync(IPage page) => page.AddInitScriptAsync(Source);

    /// <summary>Everything that a rule of WCAG 2.2 A or AA finds on the page, or within a part of it.</summary>
    public static Task<string[]> EverythingAsync(IPage page, string? within = null) => AskAsync(page, "tag", Tags, within);

    /// <summary>What can be wrong in another theme where nothing was in the first: the rules that look at colours.</summary>
    public static Task<string[]> ColoursAsync(IPage page) => AskAsync(page, "rule", ByColour, null);

    private static Task<string[]> AskAsync(IPage page, string type, string[] values, string? within) =>
        page.EvaluateAsync<string[]>(Ask, new { within, type, values });
}
