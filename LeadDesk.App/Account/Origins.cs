namespace LeadDesk.App.Account;

/// <summary>
/// Circuits and hubs speak to pages of this desk only, and so do writes that come with a browser's cookie. A browser names its page's origin;
/// a program sends none. Further origins are listed under LeadDesk:Origins.
/// </summary>
public sealed class Origins(IConfiguration configuration)
{
    private readonly HashSet<string> allowed = new(
        configuration.GetSection("LeadDesk:Origins").Get<string[]>() ?? (configuration["LeadDesk:Origins"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    public bool Allows(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || !Matters(request) || allowed.Contains(origin)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, WithoutDefaultPort(request, page), StringComparison.OrdinalIgnoreCase));
    }

    private static bool Matters(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && Writes(request.Method) && Schemes.TokenOf(request) is null);

    private static bool Writes(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static string WithoutDefaultPort(HttpRequest request, Uri page) =>
        request.Host.Port is { } port && page.IsDefaultPort && port == page.Port ? request.Host.Host : request.Host.Value ?? "";
}
