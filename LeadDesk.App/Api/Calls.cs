using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>What every call of a person has in common: the actor, a strict body, the retry key, and answers in the caller's eyes.</summary>
public sealed class Calls(DeskLoop desk, CommittedFloor committed, DeskClock clock, DeskWording words)
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;
    private volatile BoardCards? cards;

    public SalesFloor Floor => committed.Now;

    public DateTimeOffset Now => clock.Now();

    /// <summary>The picture of the floor for a viewer, as it is on disk now.</summary>
    public Views Views(SalesFloor? floor = null)
    {
        var (shown, now) = (floor ?? committed.Now, clock.Now());
        var board = cards;
        if (board?.Fit(shown, now) != true)
        {
            cards = board = new(shown, now);
        }

        return new(shown, now, words.For(shown), board);
    }

    public static Actor ActorOf(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var caller = http.User.Caller();
        return caller.Rep is { } rep ? Actor.Person(rep, "api") : Actor.From(caller.Source ?? "");
    }

    public static RepId Viewer(HttpContext http) => ActorOf(http).Rep!.Value;

    /// <summary>Reads a strict body, makes the command, sends it, and tells the answer with `show`.</summary>
    public async Task<IResult> RunAsync(HttpContext http, Func<Fields, Actor, Command> make, Func<Answer, IResult> show, bool bodyOptional = true)
    {
        ArgumentNullException.ThrowIfNull(show);
        var (command, wrong) = await ReadAsync(http, make, bodyOptional);
        return wrong ?? Tell(http, await desk.SendAsync(command!, http.RequestAborted), show);
    }

    /// <summary>Reads a strict body and makes the command of it, with its retry key; or what is wrong with the body.</summary>
    public async Task<(Command? Command, IResult? Wrong)> ReadAsync(HttpContext http, Func<Fields, Actor, Command> make, bool bodyOptional = true)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(make);
        var body = await BodyReader.ParseAsync(http.Request, emptyAllowed: bodyOptional, cancel: http.RequestAborted);
        if (body.Problem is { } problem)
        {
            return (null, Problems.Of(http, problem.Status, problem.Code, problem.Detail));
        }

        var errors = new FieldErrors();
        var fields = Fields.Over(body.Json ?? EmptyObject, errors);
        var command = make(fields, ActorOf(http));
        command = command with { IfVersion = fields.Whole("version", 0, int.MaxValue) };
        fields.RefuseUnknown();
        if (errors.Any)
        {
            return (null, Problems.Fields(http, errors.ByField));
        }

        var (key, wrong) = KeyOf(http, body.Raw.Span);
        return (command with { Retry = key }, wrong);
    }

    /// <summary>Whatever kept a command from being done, as a problem; else `show`.</summary>
    public IResult Tell(HttpContext http, Answer answer, Func<Answer, IResult> show)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(show);
        if (answer.Replayed)
        {
            http.Response.Headers["Idempotency-Replayed"] = "true";
        }

        return answer switch
        {
            { KeyReused: true } => Problems.Of(http, 422, "key-reused", $"This {KeyHeader} was used with another body. Use a new key for a new request."),
            { Unavailable: { } why } => Unavailable(http, why.Words),
            { Broke: true } => Problems.Of(http, 500, "broken", "Something went wrong on our side. Nothing was changed."),
            { Decided.Fault: { } fault } => Problems.Fields(http, new Dictionary<string, string[]>(StringComparer.Ordinal) { [fault.Field] = [fault.Words] }),
            { Refusal.Code: RefusalCode.NothingWaiting } => Results.NoContent(),
            { Refusal: { } refusal } => Refused(http, answer, refusal),
            _ => show(answer),
        };
    }

    /// <summary>A lead as the caller may see it from that commit on, with the action's id.</summary>
    public IResult Lead(HttpContext http, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Lead is not { } id)
        {
            return Results.NoContent();
        }

        var floor = answer.Replayed ? committed.Now : answer.Floor;
        if (Views(floor).Lead(Viewer(http), id) is { } card)
        {
            return WithAction(card, answer.Decided.ActionId);
        }

        // Out of the caller's sight: what they need to go on, as it was when they acted, and nothing of what became of it since.
        var rest = new JsonObject { ["id"] = id.Value, ["version"] = answer.Version };
        if (floor.Find(id) is { } lead && (!answer.Replayed || lead.Version == answer.Version))
        {
            rest["state"] = WireName.Of(lead.State);
        }
        else if (http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == LeadApi.Release)
        {
            // What a release made of it; where it went since is not for whoever gave it back.
            rest["state"] = WireName.Of(LeadState.Waiting);
        }

        return WithAction(rest, answer.Decided.ActionId);
    }

    /// <summary>The caller's desk from that commit on, with the action's id.</summary>
    public IResult Desk(HttpContext http, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return WithAction(Views(answer.Replayed ? null : answer.Floor).Desk(Viewer(http)), answer.Decided.ActionId);
    }

    private static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement.Clone();

    /// <summary>What a command answers, with the id by which it may be taken back.</summary>
    public static IResult WithAction<T>(T body, Guid? action)
    {
        var json = body as JsonObject ?? JsonSerializer.SerializeToNode(body, Json.Options)!.AsObject();
        json["actionId"] = action;
        return Results.Json(json, Json.Options);
    }

    private static IResult Unavailable(HttpContext http, string why)
    {
        http.Response.Headers.RetryAfter = "1";
        return Problems.Of(http, 503, "retry", why);
    }

    /// <summary>The refusal of a change to a lead that left the floor.</summary>
    public IResult TellClosed(HttpContext http, Lead closed, bool ownersOnly)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var refusal = ownersOnly && closed.Owner != Viewer(http) ? new Refusal(RefusalCode.NotYours) { By = closed.Owner, At = closed.OwnedAt } : new Refusal(RefusalCode.WrongState);
        return Refused(http, new Answer(Decided.Of(refusal, closed.Id), Floor), refusal);
    }

    private IResult Refused(HttpContext http, Answer answer, Refusal refusal)
    {
        var more = new JsonObject();
        if (refusal.Code is RefusalCode.AlreadyTaken or RefusalCode.Stale or RefusalCode.OfferEnded or RefusalCode.NotYours)
        {
            more["byId"] = refusal.By is { } by ? answer.Floor.Person(by).Id : null;
            more["byName"] = refusal.By is { } named && DeskWording.MayName(refusal, answer.Floor, ActorOf(http).Rep ?? default, answer.Lead) ? words.For(answer.Floor).Name(named) : null;
            more["at"] = refusal.At is { } at ? JsonSerializer.SerializeToNode(at, Json.Options) : null;
            more["marginMs"] = refusal.MarginMs;
        }

        if (refusal is { Code: RefusalCode.TooManyClaims, At: { } free })
        {
            http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling((free - clock.Now()).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (refusal.Test is { } test)
        {
            more["test"] = test.ToString();
        }

        return Problems.Of(http, answer.Decided.Status, CodeName.Of(refusal.Code), words.Of(refusal, answer.Floor, clock.Now(), ActorOf(http).Rep ?? default, answer.Lead), more);
    }

    /// <summary>A refusal in words for the one who asked.</summary>
    public string Words(Refusal refusal, Answer answer, Actor actor, LeadId lead)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(actor);
        return words.Of(refusal, answer.Floor, clock.Now(), actor.Rep ?? default, lead);
    }

    /// <summary>What the customer of a lead that a pause keeps may be told; null where none does, or nothing is to be said.</summary>
    public string? Notice(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Lead is { } id && answer.Floor.Find(id) is { State: LeadState.Waiting, Stay: { Paused: true } stay } lead
            ? answer.Floor.Pauses.Where(p => p.Keeps(lead, stay.Lane)).Select(p => words.For(answer.Floor).NoticeOf(p.Seq)).FirstOrDefault(n => n is not null)
            : null;
    }

    /// <summary>Scope is caller, route and key; a hash of the body tells whether a retry is one.</summary>
    public static (RetryKey? Key, IResult? Wrong) KeyOf(HttpContext http, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(http);
        var key = http.Request.Headers[KeyHeader].ToString();
        if (key.Length == 0)
        {
            return (null, null);
        }

        if (key.Length > LongestKey)
        {
            return (null, Problems.Of(http, 400, "invalid", $"{KeyHeader}: at most {LongestKey} characters are allowed."));
        }

        var caller = http.User.Caller();
        var scope = $"{caller.Rep}|{caller.Source}|{http.Request.Method} {http.Request.Path}|{key}";
        return (new RetryKey(Hash(Encoding.UTF8.GetBytes(scope)), Hash(body)), null);
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 16));
}
