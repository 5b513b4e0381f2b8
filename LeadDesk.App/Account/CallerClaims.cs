using System.Globalization;
using System.Security.Claims;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>What is written on a caller's badge, and how it is read.</summary>
public static class CallerClaims
{
    public const string Rep = "rep";
    public const string Source = "source";
    public const string Token = "token";
    public const string Screen = "screen";
    public const string Session = "session";
    public const string Stamp = "stamp";
    public const string Since = "since";
    public const string Device = "device";

    public static Caller Caller(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return int.TryParse(user.FindFirstValue(Rep), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(new RepId(number), null)
            : new(null, user.FindFirstValue(Source));
    }

    /// <summary>The id of the person's account; null for sources and strangers.</summary>
    public static Guid? Account(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
    }

    /// <summary>The token of a screen on the wall; null for everybody else.</summary>
    public static Guid? ScreenToken(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParse(user.FindFirstValue(CallerClaims.Screen), out var id) ? id : null;
    }

    internal static ClaimsPrincipal OfScreen(Guid token, string scheme) => new(new ClaimsIdentity([new Claim(Screen, token.ToString())], scheme, ClaimTypes.Name, ClaimTypes.Role));

    /// <summary>The role is the one of this moment, for display; permission asks the floor.</summary>
    internal static ClaimsPrincipal OfPerson(Rep rep, string name, string scheme, params ReadOnlySpan<Claim> more)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, rep.Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, name));
        identity.AddClaim(new(ClaimTypes.Role, rep.Terms.Role.ToString()));
        identity.AddClaim(new(Rep, rep.Number.ToString()));
        foreach (var claim in more)
        {
            identity.AddClaim(claim);
        }

        return new(identity);
    }

    internal static ClaimsPrincipal OfSource(string source, string scheme, Claim token)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(Source, source));
        identity.AddClaim(token);
        return new(identity);
    }
}
