using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Fairness;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>The open dice for everybody who works here: what each day's secret hashed to, the secret once the day is over, and past draws with their numbers.</summary>
internal static class DiceApi
{
    private const int MostItems = 500;

    public static void Map(RouteGroupBuilder api)
    {
        var dice = api.MapGroup("/dice").RequireAuthorization(Policies.Person);
        dice.MapGet("", DaysAsync).WithName("Dice");
        dice.MapGet("/draws", DrawsAsync).WithName("DiceDraws");
        dice.MapGet("/entries/{entry:long}", DrawAsync).WithName("DiceDraw");
    }

    private static async Task<IResult> DaysAsync(HttpContext http, DiceReading dice, string? limit = null, string? after = null)
    {
        var errors = new FieldErrors();
        var page = PageAsk.Read(errors, limit, after, 100, MostItems);
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        var days = (await dice.DaysAsync(http.RequestAborted)).Where(d => d.Seq < (page.After ?? long.MaxValue)).Take(page.Limit + 1).ToList();
        return Results.Json(new { items = days.Take(page.Limit).Select(Show), next = days.Count > page.Limit ? days[page.Limit - 1].Seq.ToString(CultureInfo.InvariantCulture) : null }, Json.Options);
    }

    private static async Task<IResult> DrawsAsync(HttpContext http, Calls calls, DiceReading dice, string? day = null)
    {
        if (IsScreen(http, calls) is { } no)
        {
            return no;
        }

        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Problems.Field(http, "day", "must be a day like 2026-03-02.");
        }

        return await dice.DrawsAsync(Calls.Viewer(http), date, http.RequestAborted) is { } draws
            ? Results.Json(new { items = draws.Select(d => new { entry = d.Entry, at = d.At, lane = d.LaneName, lot = d.IsLot, among = d.Among, firstName = d.FirstName }), next = (string?)null }, Json.Options)
            : Unknown(http);
    }

    private static async Task<IResult> DrawAsync(long entry, HttpContext http, Calls calls, DiceReading dice) =>
        IsScreen(http, calls) ?? (await dice.DrawAsync(Calls.Viewer(http), entry, http.RequestAborted) is { } draw
            ? Results.Json(
                new
                {
                    entry = draw.Entry,
                    at = draw.At,
                    day = Show(draw.Day),
                    laneVersion = string.Create(CultureInfo.InvariantCulture, $"{draw.Lane}@{draw.LaneVersion}"),
                    method = draw.Method,
                    lot = draw.IsLot,
                    weighted = draw.IsWeighted,
                    throws = draw.Throws.Select(t => new
                    {
                        repId = t.Person,
                        number = t.Number,
                        name = t.Name,
                        rank = t.Rank,
                        balance = t.Balance.ToString(CultureInfo.InvariantCulture),
                        weight = t.Weight?.ToString(CultureInfo.InvariantCulture),
                        message = t.Message,
                        mac = t.Mac,
                        value = t.Value.ToString(CultureInfo.InvariantCulture),
                        inDraw = t.InDraw,
                    }),
                    holds = draw.Holds,
                },
                Json.Options)
            : Unknown(http));

    private static object Show(DiceDay day) => new { day = day.Day, entry = day.Seq, openedAt = day.At, hash = day.Hash, commitment = day.Commitment, secret = day.Secret, salt = day.Salt };

    /// <summary>A screen on a wall works with nobody and takes part in no draw.</summary>
    private static IResult? IsScreen(HttpContext http, Calls calls) =>
        calls.Floor.Person(Calls.Viewer(http)).Terms.Role == Role.Wallboard ? Problems.Of(http, 403, "forbidden", "Draws are for the people who work here.") : null;

    private static IResult Unknown(HttpContext http) => Problems.Of(http, 404, "unknown", "There are no such dice, or their day is not over yet.");
}
