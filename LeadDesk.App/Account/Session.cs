using System.Globalization;
using System.Security.Claims;

namespace LeadDesk.App.Account;

/// <summary>One sign-in on one browser, as its cookie tells: which one, since when (UTC), the person's stamp at that time, and the shared device where it was begun by PIN.</summary>
public sealed record Session(Guid Person, string Key, DateTimeOffset Since, string Stamp, Guid? Device = null)
{
    /// <summary>Without a visit for this long a session is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    /// <summary>After this long a session is over in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>One begun by PIN lasts a long working day.</summary>
    public static readonly TimeSpan LongestByPin = TimeSpan.FromHours(12);

    public static Session? Of(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Account() is { } person
            && user.FindFirstValue(CallerClaims.Session) is { } key
            && user.FindFirstValue(CallerClaims.Stamp) is { } stamp
            && long.TryParse(user.FindFirstValue(CallerClaims.Since), NumberStyles.None, CultureInfo.InvariantCulture, out var since)
                ? new(person, key, new DateTimeOffset(since, TimeSpan.Zero), stamp, Guid.TryParse(user.FindFirstValue(CallerClaims.Device), out var device) ? device : null)
                : null;
    }

    internal Claim[] Claims() =>
    [
        new(CallerClaims.Session, Key),
        new(CallerClaims.Since, Since.UtcTicks.ToString(CultureInfo.InvariantCulture)),
        new(CallerClaims.Stamp, Stamp),
        .. Device is { } device ? [new Claim(CallerClaims.Device, device.ToString())] : Array.Empty<Claim>(),
    ];
}
