using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Rules;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>The people of the floor: who they are, what is agreed with them, and what becomes of their leads when they leave. The fields are those of the floor file.</summary>
internal static class PeopleApi
{
    private const int ReasonLength = 500;
    private const string Unnamed = "There is no such person.";

    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").RequireAuthorization(Policies.Managers);
        people.MapGet("", static (Calls calls, FloorSetUp setUp) => Results.Json(new { items = calls.Floor.People.Select(p => Show(calls.Floor, setUp, p)), next = (string?)null }, Json.Options)).WithName("People");
        people.MapGet("/{id:guid}", static (Guid id, HttpContext http, Calls calls, FloorSetUp setUp) =>
            calls.Floor.FindPerson(id) is { } person ? Results.Json(Show(calls.Floor, setUp, person), Json.Options) : Problems.Of(http, 404, "unknown", Unnamed)).WithName("Person");
        people.MapPost("", static (HttpContext http, Calls calls, FloorSetUp setUp, PeopleDirectory directory) => PutAsync(null, http, calls, setUp, directory)).WithName("AddPerson").Accepts<Shapes.PersonBody>("application/json");
        people.MapPut("/{id:guid}", static (Guid id, HttpContext http, Calls calls, FloorSetUp setUp, PeopleDirectory directory) => PutAsync(id, http, calls, setUp, directory)).WithName("ChangePerson").Accepts<Shapes.PersonBody>("application/json");
        people.MapPost("/{id:guid}/dry-run", TryAsync).WithName("TryPerson").Accepts<Shapes.PersonBody>("application/json");
        people.MapPost("/{id:guid}/deactivate", static (Guid id, HttpContext http, Calls calls, FloorSetUp setUp) => ActAsync(id, http, calls, setUp, (body, actor, rep) => new Deactivate(
            actor, rep.Number, body.OneOf<OpenLeads>("openLeads", required: rep.Holdings.Leads.Count > 0) ?? OpenLeads.Keep,
            body.Has("to") ? FloorApi.PersonOf(calls, body, "to") : null, body.Text("reason", ReasonLength), Guid.NewGuid()))).WithName("DeactivatePerson").Accepts<Shapes.DeactivateBody>("application/json");
        people.MapPost("/{id:guid}/activate", static (Guid id, HttpContext http, Calls calls, FloorSetUp setUp) => ActAsync(id, http, calls, setUp, (body, actor, rep) => new SetPerson(
            actor, new(rep.Number, rep.Id, rep.Terms with { Active = true }, rep.OptIns), body.Text("reason", ReasonLength)))).WithName("ActivatePerson").Accepts<Shapes.ReasonBody>("application/json");
    }

    private static Task<IResult> ActAsync(Guid id, HttpContext http, Calls calls, FloorSetUp setUp, Func<Fields, Actor, Rep, Command> make) =>
        calls.Floor.FindPerson(id) is not { } rep
            ? Task.FromResult(Problems.Of(http, 404, "unknown", Unnamed))
            : calls.RunAsync(http, (body, actor) => make(body, actor, rep), answer =>
            {
                var floor = answer.Replayed ? calls.Floor : answer.Floor;
                var shown = Show(floor, setUp, floor.Person(rep.Number));
                shown["actionId"] = answer.Decided.ActionId;
                return Results.Json(shown, Json.Options);
            });

    /// <summary>The last leads as things are agreed and as they would be; the body is that of a change, and nothing is changed.</summary>
    private static async Task<IResult> TryAsync(Guid id, HttpContext http, Calls calls, FloorSetUp setUp, DryRuns runs)
    {
        if (calls.Floor.FindPerson(id) is not { } person)
        {
            return Problems.Of(http, 404, "unknown", Unnamed);
        }

        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        if (body.Json is not { } json)
        {
            return Problems.Of(http, body.Problem!.Status, body.Problem.Code, body.Problem.Detail);
        }

        var errors = new FieldErrors();
        Fields.Over(json, errors);
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        var (faults, after) = setUp.Preview(id, json);
        return faults is not null ? Problems.Fields(http, faults)
            : await runs.RunAsync(Calls.Viewer(http), new DryRunAsk(calls.Floor.Plan.Plan) { Person = new(person.Number, person.Terms, after!) }, cancel: http.RequestAborted) is { } view ? Results.Json(view, Json.Options)
            : Problems.Of(http, 403, "forbidden", "Only managers run the past through something else.");
    }

    private static async Task<IResult> PutAsync(Guid? id, HttpContext http, Calls calls, FloorSetUp setUp, PeopleDirectory directory)
    {
        if (id is { } wanted && calls.Floor.FindPerson(wanted) is null)
        {
            return Problems.Of(http, 404, "unknown", Unnamed);
        }

        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        if (body.Json is not { } json)
        {
            return Problems.Of(http, body.Problem!.Status, body.Problem.Code, body.Problem.Detail);
        }

        var errors = new FieldErrors();
        var fields = Fields.Over(json, errors);
        var reason = fields.Text("reason", ReasonLength);
        var cover = fields.Has("cover") ? FloorApi.PersonOf(calls, fields, "cover") : (RepId?)null;
        if (cover is { } self && calls.Floor.FindPerson(id ?? Guid.Empty)?.Number == self)
        {
            fields.Wrong("cover", "Somebody else is needed here.");
        }

        var coach = fields.Has("coach") ? FloorApi.PersonOf(calls, fields, "coach") : (RepId?)null;
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        var (key, wrong) = Calls.KeyOf(http, body.Raw.Span);
        if (wrong is not null)
        {
            return wrong;
        }

        var rest = JsonNode.Parse(json.GetRawText())!.AsObject();
        rest.Remove("reason");
        rest.Remove("cover");
        rest.Remove("coach");
        var put = await setUp.PutPersonAsync(
            new PersonWish(Calls.ActorOf(http), id, JsonSerializer.SerializeToElement(rest), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()) { CoverGiven = fields.Mentions("cover"), Cover = cover, CoachGiven = fields.Mentions("coach"), Coach = coach, Retry = key },
            http.RequestAborted);
        if (put.Errors is { } faults)
        {
            return Problems.Fields(http, faults);
        }

        IResult Shown() => Results.Json(Show(calls.Floor, setUp, calls.Floor.FindPerson(id ?? directory.FindByEmail(put.Email)!.Id)!), Json.Options, statusCode: id is null ? 201 : 200);
        return put.Answer is { } answer ? calls.Tell(http, answer, _ => Shown()) : Shown();
    }

    private static JsonObject Show(SalesFloor floor, FloorSetUp setUp, Rep person)
    {
        var shown = FloorFilePeople.Write(setUp.Entry(person.Id)!);
        shown["id"] = person.Id;
        shown["active"] = person.Terms.Active;
        shown["presence"] = WireName.Of(person.Presence);
        shown["presenceSince"] = JsonSerializer.SerializeToNode(person.PresenceSince, Json.Options);
        shown["places"] = new JsonObject { ["used"] = person.PlacesUsed, ["limit"] = person.Terms.Places };
        shown["openLeads"] = person.Holdings.Leads.Count;
        shown["finished"] = person.Finished;
        shown["rampPercent"] = person.Terms.RampThousandths / 10m;
        shown["cover"] = person.Terms.Cover is { } cover ? floor.Person(cover).Id : null;
        shown["coach"] = person.Terms.Coach is { } coach ? floor.Person(coach).Id : null;
        shown["stage"] = person.Terms.Induction is null ? null : WireName.Of(person.Terms.Stage);
        shown["onLeave"] = person.Terms.LeaveOn(floor.DayOf(floor.At).Day) is not null;
        return shown;
    }
}
