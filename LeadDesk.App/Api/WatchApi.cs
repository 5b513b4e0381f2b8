using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Fairness;
using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>The fairness watch: what people did with what was put to them. Managers see everybody, everybody else what managers see of them.</summary>
internal static class WatchApi
{
    private const int Usual = 7;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/reports/fairness-watch", Read).RequireAuthorization(Policies.Person).WithName("FairnessWatch");

    private static IResult Read(HttpContext http, Calls calls, WatchReading reading, WatchWording wording, string? days = null, string? format = null)
    {
        var viewer = Calls.Viewer(http);
        if (calls.Floor.Person(viewer).Terms.Role == Role.Wallboard)
        {
            return Problems.Of(http, 403, "forbidden", "The watch is for the people who work here.");
        }

        var span = Usual;
        if (days is not null && (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out span) || span is < 1 or > WatchLog.Kept))
        {
            return Problems.Field(http, "days", string.Create(CultureInfo.InvariantCulture, $"must be a number from 1 to {WatchLog.Kept}."));
        }

        if (format is not (null or "json" or "csv"))
        {
            return Problems.Field(http, "format", "must be json or csv.");
        }

        var view = reading.Read(viewer, span);
        if (format == "csv" || (format is null && http.Request.Headers.Accept.ToString().StartsWith("text/csv", StringComparison.OrdinalIgnoreCase)))
        {
            http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"fairness-{view.From:yyyy-MM-dd}-{view.Until:yyyy-MM-dd}.csv\"");
            return Results.Text(WatchCsv.Write(view, wording, calls.Floor.Plan.Zone.Id), CsvText.ContentType);
        }

        return Results.Json(
            new
            {
                from = view.From,
                until = view.Until,
                figures = view.Cards.Select(c => new
                {
                    key = WireName.Of(c.Kind),
                    title = wording.Title(c.Kind),
                    count = c.Count,
                    of = c.Of,
                    sentence = wording.Sentence(c, view.OfEverybody),
                    guard = wording.Guard(c.Kind),
                    people = c.People.Select(p => new { repId = p.Id, name = p.Name, count = p.Row.Count, of = p.Row.Of, othersCount = p.Row.OthersCount, othersOf = p.Row.OthersOf, standsOut = p.Row.StandsOut }),
                }),
                leftBehind = view.LeftBehind.Select(l => new
                {
                    lane = l.Lane,
                    name = view.NameOf(l.Lane),
                    source = l.Source.Length == 0 ? null : l.Source,
                    taken = l.Taken,
                    left = l.Left,
                    takenMean = l.TakenMean is { } taken ? Math.Round(taken, 2) : (decimal?)null,
                    leftMean = l.LeftMean is { } left ? Math.Round(left, 2) : (decimal?)null,
                }),
                given = view.Given.Select(g => new { byId = g.ById, byName = g.ByName, toId = g.ToId, toName = g.ToName, leads = g.Leads, forced = g.Forced, self = g.IsSelf }),
            },
            Json.Options);
    }
}
