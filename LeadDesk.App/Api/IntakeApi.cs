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
            await deliveries.KeepAsync(source, "json", raw, body.Problem!.Detail);
            return Problems.Of(http, body.Problem.Status, body.Problem.Code, body.Problem.Detail);
        }

        var read = LeadJson.Read(json);
        if (read.Draft is not { } draft)
        {
            await deliveries.KeepAsync(source, "json", raw, Said(read.Errors.ByField));
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
            await deliveries.KeepAsync(source, "json-batch", raw, problem.Detail);
            return Problems.Of(http, problem.Status, problem.Code, problem.Detail);
        }

        var (key, wrong) = Calls.KeyOf(http, raw);
        if (wrong is not null)
        {
            return wrong;
        }

        var read = items.Select(BatchItem.Read).ToList();
        var kept = await deliveries.TryKeepAsync(source, "json", read.Where(r => r.Draft is null).Select(r => (r.Raw.ToArray(), Said(r.Errors))));
        var actor = Calls.ActorOf(http);
        var results = await Task.WhenAll(read.Select(OneAsync));
        return Results.Json(new { results }, Json.Options);

        async Task<object> OneAsync(BatchItem item, int index)
        {
            if (item.Draft is not { } draft)
            {
                return kept ? Wrong(index, item.Status, item.Errors) : Wrong(index, 503, Words("The desk cannot reach its store right now. This lead was not taken; try again in a moment."));
            }

            var answer = await desk.SendAsync(new Receive(actor, new LeadId(Guid.NewGuid()), draft) { Retry = key?.Part(index) }, http.RequestAborted);
            return answer.KeyReused ? Wrong(index, 422, Words("This Idempotency-Key was used with another body. Use a new key for a new request."))
                : answer.IsDone ? new { index, status = answer.Replayed ? 200 : answer.Decided.Status, id = (Guid?)answer.Lead!.Value.Value, errors = (IReadOnlyDictionary<string, string[]>?)null }
                : Wrong(index, answer.Unavailable is null ? 500 : 503, Words(answer.Unavailable?.Words ?? "Something went wrong on our side. Nothing was changed."));
        }
    }

    private static object Wrong(int index, int status, IReadOnlyDictionary<string, string[]> errors) => new { index, status, id = (Guid?)null, errors };

    private static Dictionary<string, string[]> Words(string words) => new(StringComparer.Ordinal) { [""] = [words] };

    private static string Said(IReadOnlyDictionary<string, string[]> errors) =>
        string.Join("; ", errors.Select(e => e.Key.Length == 0 ? e.Value[0] : $"{e.Key}: {e.Value[0]}"));

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
