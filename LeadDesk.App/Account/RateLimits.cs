using System.Globalization;
using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>
/// How often a minute programs may call. A source or person is free unless its `perMinute` says otherwise, over all of its tokens; a public
/// form without a token may be sent sixty times from one network address, or as often as its source says.
/// </summary>
public sealed class RateLimits(CommittedFloor floor, TimeProvider time)
{
    public const int PublicForms = 60;

    private readonly Allowances calls = new(time, TimeSpan.FromMinutes(1));

    internal Task HoldAsync(HttpContext http, RequestDelegate next)
    {
        if (LimitOf(http) is not (var key, var most, var who) || calls.Take(key, most) is not { } wait)
        {
            return next(http);
        }

        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Of(http, StatusCodes.Status429TooManyRequests, "too-many-calls", $"{who} {most} times a minute. Nothing of this call was taken in: send it again in {seconds} s.").ExecuteAsync(http);
    }

    private (string Key, int Most, string Who)? LimitOf(HttpContext http)
    {
        var form = http.Request.Path.StartsWithSegments("/intake", StringComparison.OrdinalIgnoreCase, out var rest);
        if (!form && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var caller = http.User.Caller();
        return caller switch
        {
            { Rep: { } rep } => floor.Now.Person(rep).Terms.PerMinute is { } most ? ($"rep {rep}", most, "You may call") : null,
            { Source: { } source } => SourceOf(source)?.PerMinute is { } most ? ($"source {source}", most, "This source may call") : null,
            _ => form ? FormOf(http, rest) : null,
        };
    }

    private (string Key, int Most, string Who) FormOf(HttpContext http, PathString rest)
    {
        var name = rest.Value?.Trim('/').Split('/')[0] ?? "";
        var own = SourceOf(name)?.PerMinute;
        return ($"form {(own is null ? "" : name)} {NetworkAddress.Of(http)}", own ?? PublicForms, "From one address this may be sent");
    }

    private Source? SourceOf(string key)
    {
        foreach (var source in floor.Now.Plan.Plan.Sources)
        {
            if (source.Key == key)
            {
                return source;
            }
        }

        return null;
    }
}
