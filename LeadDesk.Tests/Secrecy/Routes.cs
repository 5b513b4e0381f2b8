using System.Text.RegularExpressions;
using LeadDesk.Tests.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Secrecy;

/// <summary>Every address of the running app, read from its router: pages, programs' calls, health. Files and the framework's own are left out: nobody's data is in them.</summary>
internal static partial class Routes
{
    private static readonly string[] Framework = ["/_blazor", "/_framework", "/hubs/", "/{**"];

    /// <summary>Method and pattern, e.g. GET /api/v1/leads/{id:guid}; a page counts as GET.</summary>
    public static IReadOnlyList<(string Method, string Pattern)> Of(DeskHost host) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.Metadata.GetMetadata<HubMetadata>() is null)
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (Method: m, Pattern: "/" + e.RoutePattern.RawText?.Trim('/'))))
            .Where(e => !Framework.Any(f => e.Pattern.StartsWith(f, StringComparison.Ordinal)))
            .Distinct().OrderBy(e => e.Pattern, StringComparer.Ordinal).ThenBy(e => e.Method, StringComparer.Ordinal),
    ];

    /// <summary>What can be asked for without naming a thing, filled in; an address with a part nobody has explained fails the test.</summary>
    public static IEnumerable<string> Filled(string pattern, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        IEnumerable<string> paths = [pattern];
        foreach (Match part in Parts().Matches(pattern))
        {
            Assert.True(values.TryGetValue(part.Value, out var these), $"Say in the walk what {part.Value} of {pattern} stands for.");
            paths = paths.SelectMany(p => these.Select(v => p.Replace(part.Value, v, StringComparison.Ordinal))).ToList();
        }

        return paths;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
