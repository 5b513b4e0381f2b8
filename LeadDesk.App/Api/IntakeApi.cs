using System.Text.Json;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Intake;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>Leads come in from programs.</summary>
internal static class IntakeApi
{
    private const int MostInBatch = 1000;

    /// <summary>Whatever a form calls its body, it is read as JSON or kept: refused for its label it would be lost.</summary>
    private const string Anything = "*/*";

    public static void Map(RouteGroupBuilder api)
    {
        var intake = api.MapGroup("/leads").RequireAuthorization(Policies.Sources);
        intake.MapPost("", ReceiveAsync).WithName("SendLead").Accepts<Shapes.LeadBody>("application/json", Anything);
        intake.MapPost("/batch", ReceiveManyAsync).WithName("SendLeads").Accepts<Shapes.LeadBody[]>("application/json", "application/x-ndjson", Anything);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, Calls calls, DeskLoop desk, Deliveries deliveries)
    {
        var source = http.User.Caller().Source!;
        if (await BodyReader.ReadAsync(http.Request, BodyReader.OneMebibyte, http.RequestAborted) is not { } raw)
        {
            return Problems.Of(http, 413, "too-large", "A lead may be 1 MiB at the most.");
        }

        var body = JsonText.Parse(raw);
        if (body.Json is not { } json)
        {
            await deliveries.KeepAsync(source, "json", raw, "refused", body.Problem!.Detail, null);
            return Problems.Of(http, body.Problem.Status, body.Problem.Code, body.Problem.Detail);
        }

        var read = LeadJson.Read(json);
        if (read.Draft is not { } draft)
        {
            await deliveries.KeepAsync(source, "json", raw, "refused", string.Join("; ", read.Errors.ByField.Select(e => $"{e.Key}: {e.Value[0]}")), null);
            return Problems.Fields(http, read.Errors.ByField);
        }

        var (key, wrong) = Calls.KeyOf(http, raw);
        if (wrong is not null)
        {
            return wrong;
        }

        var answer = await desk.SendAsync(new Receive(Calls.ActorOf(http), new LeadId(Guid.NewGuid()), draft) { Retry = key }, http.RequestAborted);
        return calls.Tell(http, answer, a => Results.Json(
            new { id = a.Lead!.Value.Value, status = StatusOf(a), warnings = draft.Warnings, notice = calls.Notice(a) },
            Json.Options,
            statusCode: a.Replayed ? 200 : a.Decided.Status));
    }

    private static async Task<IResult> ReceiveManyAsync(HttpContext http, Calls calls, DeskLoop desk, Deliveries deliveries)
    {
        var source = http.User.Caller().Source!;
        if (await BodyReader.ReadAsync(http.Request, BodyReader.OneMebibyte, http.RequestAborted) is not { } raw)
        {
            return Problems.Of(http, 413, "too-large", "A batch may be 1 MiB at the most; send several.");
        }

        var (items, problem) = BatchText.Split(raw, MostInBatch);
        if (problem is not null)
        {
            await deliveries.KeepAsync(source, "json-batch", raw, "refused", problem.Detail, null);
            return Problems.Of(http, problem.Status, problem.Code, problem.Detail);
        }

        var (key, wrong) = Calls.KeyOf(http, raw);
        if (wrong is not null)
        {
            return wrong;
        }

        var actor = Calls.ActorOf(http);
        var results = await Task.WhenAll(items.Select((item, index) => OneAsync(item, index)));
        return Results.Json(new { results }, Json.Options);

        async Task<object> OneAsync(JsonBody item, int index)
        {
            if (item.Json is not { } json)
            {
                await deliveries.KeepAsync(source, "json", item.Raw.ToArray(), "refused", item.Problem!.Detail, null);
                return new { index, status = item.Problem.Status, id = (Guid?)null, errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [""] = [item.Problem.Detail] } };
            }

            var read = LeadJson.Read(json);
            if (read.Draft is not { } draft)
            {
                await deliveries.KeepAsync(source, "json", JsonSerializer.SerializeToUtf8Bytes(json), "refused", string.Join("; ", read.Errors.ByField.Select(e => $"{e.Key}: {e.Value[0]}")), null);
                return new { index, status = 400, id = (Guid?)null, errors = read.Errors.ByField };
            }

            var answer = await desk.SendAsync(new Receive(actor, new LeadId(Guid.NewGuid()), draft) { Retry = key?.Part(index) }, http.RequestAborted);
            if (answer.KeyReused)
            {
                return new { index, status = 422, id = (Guid?)null, errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [""] = ["This Idempotency-Key was used with another body. Use a new key for a new request."] } };
            }

            return answer.IsDone
                ? new { index, status = answer.Replayed ? 200 : answer.Decided.Status, id = (Guid?)answer.Lead!.Value.Value, errors = (IReadOnlyDictionary<string, string[]>?)null }
                : (object)new { index, status = answer.Unavailable is null ? 500 : 503, id = (Guid?)null, errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [""] = [answer.Unavailable?.Words ?? "Something went wrong on our side. Nothing was changed."] } };
        }
    }

    private static string StatusOf(Answer answer) => answer.Floor.Find(answer.Lead!.Value)?.State switch
    {
        LeadState.Offered => "offered",
        LeadState.Alerted => "alerted",
        LeadState.Duplicate => "duplicate",
        LeadState.NonSales => "nonSales",
        LeadState.Junk => "junk",
        LeadState.Waiting => "waiting",
        _ => "assigned",
    };
}
