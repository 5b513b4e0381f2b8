using System.Text.Json;
using LeadDesk.App.Account;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>Pausing the intake and resuming it, for managers.</summary>
internal static class PauseApi
{
    private const int NoticeLength = 500;
    private const int MostDays = 366;

    public static void Map(RouteGroupBuilder api)
    {
        var intake = api.MapGroup("/intake").RequireAuthorization(Policies.Managers);
        intake.MapGet("/pauses", static (Calls calls) => Results.Json(calls.Floor.Pauses.Select(calls.Views().Pause), Json.Options)).WithName("Pauses");

        intake.MapPost("/pause", static (HttpContext http, Calls calls) =>
        {
            PauseScope? scope = null;
            return calls.RunAsync(
                http,
                (body, actor) => new PauseIntake(actor, (scope = ScopeOf(calls.Floor, body)) ?? PauseScope.All, Until(body, calls.Now), body.Text("message", NoticeLength)),
                answer => Results.Json(answer.Floor.Pauses.Where(p => p.Scope == scope).Select(calls.Views(answer.Floor).Pause).FirstOrDefault(), Json.Options),
                bodyOptional: false);
        }).WithName("PauseIntake").Accepts<Shapes.PauseBody>("application/json");

        intake.MapPost("/resume", static (HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new ResumeIntake(actor, ScopeOf(calls.Floor, body) ?? PauseScope.All),
            answer => Results.Json(answer.Floor.Pauses.Select(calls.Views(answer.Floor).Pause), Json.Options),
            bodyOptional: false)).WithName("ResumeIntake").Accepts<Shapes.ResumeBody>("application/json");
    }

    /// <summary>"all" (or "floor"), "source:KEY", "lane:KEY", "team:KEY", "person:ID"; or an object with one of these four names.</summary>
    private static PauseScope? ScopeOf(SalesFloor floor, Fields body)
    {
        if (body.Value("scope") is { ValueKind: JsonValueKind.Object })
        {
            var part = body.Part("scope")!;
            var found = Kinds.Select(kind => (kind, key: part.Text(kind, 200))).Where(p => p.key is not null).ToList();
            part.RefuseUnknown();
            return found is [var (kind, key)] ? Of(floor, body, kind, key!) : Wrong(body, $"One of these is expected: {string.Join(", ", Kinds)}.");
        }

        var text = body.Text("scope", 300, required: true);
        return text switch
        {
            null => null,
            "all" or "floor" => PauseScope.All,
            _ when text.Split(':', 2) is [var kind, var key] && Kinds.Contains(kind, StringComparer.Ordinal) => Of(floor, body, kind, key),
            _ => Wrong(body, "One of these is expected: all, source:KEY, lane:KEY, team:KEY, person:ID."),
        };
    }

    private static readonly string[] Kinds = ["source", "lane", "team", "person"];

    private static PauseScope? Of(SalesFloor floor, Fields body, string kind, string key)
    {
        var plan = floor.Plan.Plan;
        return kind switch
        {
            "source" => Known(PauseKind.Source, plan.Sources.Select(s => s.Key)),
            "lane" => Known(PauseKind.Lane, plan.Lanes.Select(l => l.Key)),
            "team" => Known(PauseKind.Team, plan.Teams.Select(t => t.Key)),
            _ when Guid.TryParseExact(key, "D", out var id) && floor.FindPerson(id) is { } person => new(PauseKind.Person, Rep: person.Number),
            _ => Wrong(body, "Nobody here has this id; GET /api/v1/floor lists the people."),
        };

        PauseScope? Known(PauseKind of, IEnumerable<string> keys) =>
            keys.Contains(key, StringComparer.Ordinal) ? new(of, key) : Wrong(body, $"There is no such {kind}. There are: {string.Join(", ", keys)}.");
    }

    private static PauseScope? Wrong(Fields body, string words)
    {
        body.Wrong("scope", words);
        return null;
    }

    private static DateTimeOffset Until(Fields body, DateTimeOffset now)
    {
        if (body.Instant("until", required: true) is not { } until)
        {
            return default;
        }

        if (until <= now || until > now.AddDays(MostDays))
        {
            body.Wrong("until", $"A time in the future is expected, at most {MostDays} days from now.");
        }

        return until;
    }
}
