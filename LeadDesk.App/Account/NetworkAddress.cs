using System.Net.Sockets;

namespace LeadDesk.App.Account;

/// <summary>Where a request comes from. Behind a proxy this is the caller's own address only when ASPNETCORE_FORWARDEDHEADERS_ENABLED is set.</summary>
internal static class NetworkAddress
{
    private const int Household = 8;

    /// <summary>An IPv6 household owns 2^64 addresses: they count as one.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Household))
            : address.MapToIPv4().ToString();
    }
}
