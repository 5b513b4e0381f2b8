using System.Net;

namespace LeadDesk.App.Account;

/// <summary>Whether somebody calls from the machine itself, with no proxy in between: by address, by the name it was called, and by what a proxy would have added.</summary>
public static class ThisMachine
{
    private static readonly string[] OfProxies = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"];

    public static bool IsCalling(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && (string.Equals(http.Request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)))
            // A proxy that adds nothing and calls us by localhost speaks HTTP/1.0 to us, which no browser does.
            && !HttpProtocol.IsHttp10(http.Request.Protocol)
            && !OfProxies.Any(http.Request.Headers.ContainsKey);
    }
}
