using System.Diagnostics.Metrics;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Diagnostics;

namespace LeadDesk.App.Account;

/// <summary>
/// Whoever comes in or is turned away leaves a line in the server's log: why, who (by number, never by name), which address of ours and from
/// where. Never what was sent. Who is turned away is counted as well; of a flood of the same, a few lines a minute are written and the count goes on.
/// </summary>
public sealed partial class DoorBook
{
    /// <summary>The name of the meter; its counter is leaddesk.access.refused, with why as its tag `reason`.</summary>
    public const string MeterName = "LeadDesk.Access";
    public const string CounterName = "leaddesk.access.refused";
    public const int LinesAMinute = 10;

    private static readonly object Named = new();
    private static readonly object Passed = new();
    private readonly Allowances lines;
    private readonly ILogger<DoorBook> logger;
    private readonly Counter<long> counter;

    public DoorBook(IMeterFactory meters, TimeProvider time, ILogger<DoorBook> logger)
    {
        ArgumentNullException.ThrowIfNull(meters);
        this.logger = logger;
        lines = new(time, TimeSpan.FromMinutes(1));
        counter = meters.Create(MeterName).CreateCounter<long>(CounterName, description: "Calls that were turned away, by reason.");
    }

    /// <summary>Whose door it is that somebody tries to open; nobody's when the name is not known.</summary>
    internal static void Name(HttpContext http, RepId? person) => http.Items[Named] = person;

    /// <summary>A person has begun or ended a session on this browser.</summary>
    internal static void Pass(HttpContext http, RepId person, bool comes) => http.Items[Passed] = (person, comes);

    internal async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Items[Passed] is (RepId person, bool comes))
        {
            var (how, what, from) = (comes ? "came in" : "left", WhatOf(http), NetworkAddress.Of(http));
            PassedThrough(how, person, what, from);
        }

        if (http.Features.Get<IStatusCodeReExecuteFeature>() is null && ReasonOf(http) is { } reason)
        {
            Tell(http, reason);
        }
    }

    private void Tell(HttpContext http, string reason)
    {
        counter.Add(1, KeyValuePair.Create<string, object?>("reason", reason));
        var (who, what, from) = (WhoOf(http), WhatOf(http), NetworkAddress.Of(http));
        if (lines.Take($"{reason} {who} {what} {from}", LinesAMinute) is null)
        {
            TurnedAway(reason, who, what, from);
        }
    }

    private static string? ReasonOf(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => "not-signed-in",
        StatusCodes.Status403Forbidden => "not-allowed",
        StatusCodes.Status404NotFound or StatusCodes.Status410Gone when http.GetEndpoint() is RouteEndpoint && http.Request.RouteValues.Count > 0 => "not-there-or-not-theirs",
        StatusCodes.Status429TooManyRequests => "too-many",
        StatusCodes.Status400BadRequest when http.Items.ContainsKey(Named) => "wrong-secret",
        _ => null,
    };

    /// <summary>The pattern and not the address itself: a wallboard's holds its token.</summary>
    private static string WhatOf(HttpContext http) => http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? $"{http.Request.Method} /{pattern.Trim('/')}" : $"{http.Request.Method} an address that is not ours";

    private static string WhoOf(HttpContext http) => (http.User.Caller(), http.Items[Named]) switch
    {
        ({ Rep: { } rep }, _) => $"person {rep}",
        ({ Source: { } source }, _) => $"source {source}",
        (_, RepId named) => $"somebody at the door of person {named}",
        _ => http.User.ScreenToken() is { } screen ? $"screen {screen}" : "nobody known",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} {Passed} at {What} from {From}.")]
    private partial void PassedThrough(string passed, RepId person, string what, string from);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turned away, {Reason}: {Who} at {What} from {From}.")]
    private partial void TurnedAway(string reason, string who, string what, string from);
}
