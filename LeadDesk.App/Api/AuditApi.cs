using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Api;

/// <summary>Who did what, when, with whose lead before and after; and whether the log is still what was written.</summary>
internal static class AuditApi
{
    private const int MostItems = 500;
    private static readonly string[] Acts = [.. EventCodec.KnownActs.Order(StringComparer.Ordinal)];

    public static void Map(RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").RequireAuthorization(Policies.Managers);
        audit.MapGet("", ReadAsync).WithName("Audit");
        audit.MapGet("/verify", static (StoreAddress address, EventLog log, HttpContext http) => VerifyAsync(address, log, http.RequestAborted)).WithName("VerifyAudit");
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, Calls calls, AuditTrail trail, Projector projector, PeopleDirectory people,
        string? person = null, string? lead = null, string? act = null, string? from = null, string? until = null, string? limit = null, string? after = null)
    {
        var errors = new FieldErrors();
        var ask = new AuditAsk(
            Id(errors, "person", person), Id(errors, "lead", lead), act, Time(errors, "from", from), Time(errors, "until", until));
        if (act is not null && !Acts.Contains(act, StringComparer.Ordinal))
        {
            errors.Add("act", "must be one of: " + string.Join(", ", Acts));
        }

        if (!int.TryParse(limit ?? "100", NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > MostItems)
        {
            errors.Add("limit", $"1 to {MostItems} is allowed.");
        }

        var before = long.MaxValue;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            errors.Add("after", "must be the `next` of the page before.");
        }

        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        if (ask.Lead is not null)
        {
            await projector.ReachAsync(calls.Floor.Seq, http.RequestAborted);
        }

        var rows = await trail.ReadAsync(ask, before, most + 1, http.RequestAborted);
        return Results.Json(
            new
            {
                items = rows.Take(most).Select(e => Item(e, people)),
                next = rows.Count > most ? rows[most - 1].Seq.ToString(CultureInfo.InvariantCulture) : null,
            },
            Json.Options);
    }

    private static object Item(EventRow e, PeopleDirectory people) => new
    {
        seq = e.Seq,
        at = DateTimeOffset.FromUnixTimeMilliseconds(e.At),
        actor = e.Actor,
        byId = Guid.TryParse(e.Actor, out var by) ? by : (Guid?)null,
        byName = NameOf(people, e.Actor),
        via = e.Via,
        act = e.Act,
        leadId = e.Lead,
        from = e.Before,
        fromName = NameOf(people, e.Before),
        to = e.After,
        toName = NameOf(people, e.After),
        version = e.Version,
        lane = e.Lane,
        reason = e.Reason,
        hash = e.Hash,
    };

    private static async Task<IResult> VerifyAsync(StoreAddress address, EventLog log, CancellationToken cancel)
    {
        var head = log.Head;
        var state = await Task.Run(() => ChainWalk.Run(address, head, cancel), cancel);
        return Results.Json(new { ok = state.Ok, rows = state.Rows, head = state.Head, anchors = state.Anchors, firstBroken = state.First }, Json.Options);
    }

    private static string? NameOf(PeopleDirectory people, string? id) => Guid.TryParse(id, out var person) ? people.Find(person)?.Name : null;

    private static Guid? Id(FieldErrors errors, string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!Guid.TryParse(text, out var id))
        {
            errors.Add(field, "must be an id.");
        }

        return id;
    }

    private static DateTimeOffset? Time(FieldErrors errors, string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (IsoInstant.Read(text) is { } at)
        {
            return at;
        }

        errors.Add(field, "must be a time like 2026-03-02T09:00:00Z.");
        return null;
    }
}
