using System.Collections.Immutable;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>The managers' floor: what is open, who is here, and the verbs that move leads between people.</summary>
internal static class FloorApi
{
    private const int ReasonLength = 500;

    public static void Map(RouteGroupBuilder api)
    {
        var floor = api.MapGroup("").RequireAuthorization(Policies.Managers);
        floor.MapGet("/floor", static (HttpContext http, Calls calls) => Results.Json(calls.Views().Floor(Calls.Viewer(http)), Json.Options)).WithName("Floor");

        var lead = floor.MapGroup("/leads/{id:guid}").AnswersForClosed(ownersOnly: false);
        lead.MapPost("/assign", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new AssignLead(
                actor,
                new LeadId(id),
                PersonOf(calls, body, "to"),
                body.Text("reason", ReasonLength, required: true) ?? "",
                body.YesNo("force") ?? false,
                body.Text("note", 20_000),
                Guid.NewGuid()),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).WithName("Assign").Accepts<Shapes.AssignBody>("application/json");

        floor.MapPost("/leads/assign", AssignManyAsync).WithName("AssignMany").Accepts<Shapes.AssignManyBody>("application/json");

        lead.MapPost("/return", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new ReturnLead(actor, new LeadId(id), body.Text("reason", ReasonLength), Guid.NewGuid()),
            answer => calls.Lead(http, answer))).WithName("Return").Accepts<Shapes.ReasonBody>("application/json");

        lead.MapPost("/extend", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new ExtendOwnership(actor, new LeadId(id), body.Text("reason", ReasonLength, required: true) ?? ""),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).WithName("Extend").Accepts<Shapes.ReasonBody>("application/json");

        lead.MapPost("/credit", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new DecideCredit(actor, new LeadId(id), body.YesNo("approve", required: true) ?? false, body.Text("reason", ReasonLength)),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).WithName("Credit").Accepts<Shapes.CreditBody>("application/json");

        floor.MapPost("/people/{id:guid}/presence", static (Guid id, HttpContext http, Calls calls) =>
            calls.Floor.FindPerson(id) is not { } person
                ? Task.FromResult(Problems.Of(http, 404, "unknown", "There is no such person."))
                : calls.RunAsync(
                    http,
                    (body, actor) => new SetPresence(actor, person.Number, body.OneOf<Presence>("presence", required: true) ?? default, Guid.NewGuid()),
                    answer => Calls.WithAction(calls.Views(answer.Floor).Person(answer.Floor.Person(person.Number)), answer.Decided.ActionId),
                    bodyOptional: false)).WithName("SetPresenceOf").Accepts<Shapes.PresenceBody>("application/json");
    }

    private static async Task<IResult> AssignManyAsync(HttpContext http, Calls calls, DeskLoop desk)
    {
        var (command, wrong) = await calls.ReadAsync(http, (body, actor) => ManyOf(calls, body, actor), bodyOptional: false);
        if (wrong is not null)
        {
            return wrong;
        }

        var many = (AssignMany)command!;
        return calls.Tell(http, await desk.SendAsync(many, http.RequestAborted), answer => Results.Json(
            new
            {
                actionId = answer.Decided.ActionId,
                results = (answer.Replayed ? many.Now(calls.Floor, calls.Now) : answer.Decided.Leads).Select(done => new
                {
                    leadId = done.Lead.Value,
                    status = done.Refusal is { } no ? Decided.StatusOf(no.Code) : 200,
                    code = done.Refusal is { } named ? CodeName.Of(named.Code) : null,
                    version = done.Version,
                    detail = done.Refusal is { } said ? calls.Words(said, answer, many.Actor, done.Lead) : null,
                }),
            },
            Json.Options));
    }

    private static AssignMany ManyOf(Calls calls, Fields body, Actor actor)
    {
        var items = ImmutableArray.CreateBuilder<LeadAsked>();
        foreach (var item in body.Parts("items", AssignMany.Most) ?? [])
        {
            var id = new LeadId(item.Id("leadId", required: true) ?? default);
            if (items.Any(i => i.Lead == id))
            {
                item.Wrong("leadId", "This lead is given twice; give it once.");
            }

            items.Add(new(id, item.Whole("version", 0, int.MaxValue)));
            item.RefuseUnknown();
        }

        if (items.Count == 0)
        {
            body.Wrong("items", $"A list [ … ] of 1 to {AssignMany.Most} leads is expected, each {{ leadId, version }}.");
        }

        if (body.Has("version"))
        {
            body.Wrong("version", "Each of the items has a version of its own.");
        }

        return new AssignMany(actor, items.ToImmutable(), PersonOf(calls, body, "to"), body.Text("reason", ReasonLength, required: true) ?? "", body.YesNo("force") ?? false, body.Text("note", 20_000), Guid.NewGuid());
    }

    internal static RepId PersonOf(Calls calls, Fields body, string name)
    {
        if (body.Id(name, required: true) is not { } id)
        {
            return default;
        }

        if (calls.Floor.FindPerson(id) is { } person)
        {
            return person.Number;
        }

        body.Wrong(name, "Nobody here has this id; GET /api/v1/floor lists the people.");
        return default;
    }
}
