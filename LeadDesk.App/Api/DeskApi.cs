using LeadDesk.App.Account;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>A rep's own desk: what is there, presence, opt-in, the next lead.</summary>
internal static class DeskApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var desk = api.MapGroup("/desk").RequireAuthorization(Policies.Reps);
        desk.MapGet("", static (HttpContext http, Calls calls) => Results.Json(calls.Views().Desk(Calls.Viewer(http)), Json.Options)).WithName("Desk");

        desk.MapPut("/presence", static (HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new SetPresence(actor, actor.Rep!.Value, body.OneOf<Presence>("presence", required: true) ?? Presence.Off, Guid.NewGuid()),
            answer => calls.Desk(http, answer),
            bodyOptional: false)).WithName("SetPresence").Accepts<Shapes.PresenceBody>("application/json");

        desk.MapPut("/optIn", static (HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new SetOptIn(actor, body.Text("lane", 64, required: true) ?? "", new OptIn(body.YesNo("on", required: true) ?? true, body.Whole("perDay", 1, 100_000), body.Quiet("quiet")), Guid.NewGuid()),
            answer => calls.Desk(http, answer),
            bodyOptional: false)).WithName("SetOptIn").Accepts<Shapes.OptInBody>("application/json");

        desk.MapPost("/next", static (HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new Pull(actor, body.Text("lane", 64)),
            answer => calls.Lead(http, answer))).WithName("Next").Accepts<Shapes.NextBody>("application/json");
    }
}
