using Microsoft.AspNetCore.Identity;

namespace LeadDesk.App.Account;

/// <summary>The ways in: a browser's cookie, a program's token, and the choice between them.</summary>
public static class Schemes
{
    public static readonly string Cookie = IdentityConstants.ApplicationScheme;
    public const string Bearer = "Bearer";
    public const string Either = "Either";

    internal static bool IsHub(HttpRequest request) => request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    /// <summary>A token in the address is heard on hubs only: a WebSocket of a browser cannot send headers.</summary>
    internal static string? TokenOf(HttpRequest request)
    {
        const string start = Bearer + " ";
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        {
            return header[start.Length..].Trim();
        }

        var inAddress = IsHub(request) ? request.Query["access_token"].ToString() : "";
        return inAddress.Length > 0 ? inAddress : null;
    }
}
