using LeadDesk.App.Account;
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

        floor.MapPost("/leads/{id:guid}/assign", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
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

        floor.MapPost("/leads/{id:guid}/return", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new ReturnLead(actor, new LeadId(id), body.Text("reason", ReasonLength), Guid.NewGuid()),
            answer => calls.Lead(http, answer))).WithName("Return").Accepts<Shapes.ReasonBody>("application/json");

        floor.MapPost("/people/{id:guid}/presence", static (Guid id, HttpContext http, Calls calls) =>
            calls.Floor.FindPerson(id) is not { } person
                ? Task.FromResult(Problems.Of(http, 404, "unknown", "There is no such person."))
                : calls.RunAsync(
                    http,
                    (body, actor) => new SetPresence(actor, person.Number, body.OneOf<Presence>("presence", required: true) ?? default, Guid.NewGuid()),
                    answer => Results.Json(calls.Views(answer.Floor).Person(answer.Floor.Person(person.Number)), Json.Options),
                    bodyOptional: false)).WithName("SetPresenceOf").Accepts<Shapes.PresenceBody>("application/json");
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
