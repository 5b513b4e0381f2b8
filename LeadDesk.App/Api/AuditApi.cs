using System.Globalization;
using System.Text;
using LeadDesk.App.Account;
using LeadDesk.App.Audit;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;

namespace LeadDesk.App.Api;

/// <summary>Who did what, when, with whose lead before and after; and whether the log is still what was written.</summary>
internal static class AuditApi
{
    private const int MostItems = 500;
    private static readonly string[] Acts = [.. EventCodec.KnownActs.Order(StringComparer.Ordinal)];

    private static readonly string[] Columns =
    [
        "seq", "at", "timeZone", "actor", "actorName", "via", "act", "what", "lead", "before", "beforeName", "after", "afterName", "about", "aboutName", "lane", "reason", "version", "hash", "export",
    ];

    public static void Map(RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").RequireAuthorization(Policies.Managers);
        audit.MapGet("", ReadAsync).WithName("Audit");
        audit.MapGet("/export", ExportAsync).RequireAuthorization(Policies.Exporters).WithName("ExportAudit");
        audit.MapGet("/verify", VerifyAsync).WithName("VerifyAudit");
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, AuditReading reading,
        string? person = null, string? lead = null, string? act = null, string? from = null, string? until = null, string? limit = null, string? after = null)
    {
        var errors = new FieldErrors();
        var ask = AskOf(errors, person, lead, act, from, until);
        var page = PageAsk.Read(errors, limit, after, 100, MostItems);
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        var (lines, next) = await reading.ReadAsync(ask, page.After ?? long.MaxValue, page.Limit, http.RequestAborted);
        return Results.Json(new { items = lines.Select(Item), next = next?.ToString(CultureInfo.InvariantCulture) }, Json.Options);
    }

    /// <summary>Everything that fits as one CSV file. It is written down first that it leaves, and each row carries the number of that.</summary>
    private static async Task<IResult> ExportAsync(
        HttpContext http, Calls calls, DeskLoop desk, AuditReading reading,
        string? person = null, string? lead = null, string? act = null, string? from = null, string? until = null)
    {
        var errors = new FieldErrors();
        var ask = AskOf(errors, person, lead, act, from, until);
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        var answer = await desk.SendAsync(new LogExport(Calls.ActorOf(http), Guid.NewGuid(), "audit", Asked(("person", person), ("lead", lead), ("act", act), ("from", from), ("until", until))), http.RequestAborted);
        if (!answer.IsDone)
        {
            return calls.Tell(http, answer, _ => Results.Empty);
        }

        var (zone, export) = (answer.Floor.Plan.Zone, answer.Decided.ActionId.ToString());
        http.Response.ContentType = CsvText.ContentType;
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{TimeZoneInfo.ConvertTime(calls.Now, zone):yyyy-MM-dd}.csv\"");
        http.Response.Headers.CacheControl = "no-store";

        // The mark at the beginning tells spreadsheets that it is UTF-8.
        await using var text = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteAsync(CsvText.Row(Columns));
        await foreach (var line in reading.AllAsync(ask, answer.Floor.Seq, http.RequestAborted))
        {
            await text.WriteAsync(CsvText.Row(Cells(line, zone, export)));
        }

        return Results.Empty;
    }

    private static async Task<IResult> VerifyAsync(HttpContext http, ChainChecks checks)
    {
        var state = (await checks.RunAsync(cancel: http.RequestAborted)).State;
        return Results.Json(new { ok = state.Ok, rows = state.Rows, head = state.Head, anchors = state.Anchors, firstBroken = state.First }, Json.Options);
    }

    private static object Item(AuditLine line) => new
    {
        seq = line.Seq,
        at = line.At,
        actor = line.Actor,
        byId = line.By,
        byName = line.ByName,
        via = line.Via,
        act = line.Act,
        what = line.What,
        leadId = line.Lead,
        aboutId = line.About,
        aboutName = line.AboutName,
        from = line.From,
        fromName = line.FromName,
        to = line.To,
        toName = line.ToName,
        version = line.Version,
        lane = line.Lane,
        reason = line.Reason,
        hash = line.Hash,
    };

    private static string?[] Cells(AuditLine line, TimeZoneInfo zone, string? export) =>
    [
        line.Seq.ToString(CultureInfo.InvariantCulture), TimeZoneInfo.ConvertTime(line.At, zone).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture), zone.Id,
        line.Actor, line.ByName, line.Via, line.Act, line.What, line.Lead?.ToString(), line.From, line.FromName, line.To, line.ToName, line.About?.ToString(), line.AboutName,
        line.Lane, line.Reason, line.Version?.ToString(CultureInfo.InvariantCulture), line.Hash, export,
    ];

    private static AuditAsk AskOf(FieldErrors errors, string? person, string? lead, string? act, string? from, string? until)
    {
        var acts = act is null ? null : AuditKinds.Of(act);
        if (act is not null && acts is null)
        {
            errors.Add("act", "must be one of: " + string.Join(", ", Acts) + "; or a group: " + string.Join(", ", AuditKinds.All.Select(k => k.Name)));
        }

        return new(Id(errors, "person", person), Id(errors, "lead", lead), acts, Time(errors, "from", from), Time(errors, "until", until));
    }

    private static string Asked(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parts)
        {
            text.Append(value is null ? "" : $"{(text.Length == 0 ? "" : "&")}{name}={value}");
        }

        return text.ToString();
    }

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
