using LeadDesk.App.Account;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>Customers who were warmed up: handed over live, or called back at a time that a senior has free.</summary>
internal static class WarmUpApi
{
    private const int AnswerLength = 2000;
    private const int NoteLength = 20_000;
    private const int MostSlots = 50;

    public static void Map(RouteGroupBuilder api)
    {
        var lead = api.MapGroup("/leads/{id:guid}").RequireAuthorization(Policies.Reps);
        lead.MapPost("/hot-transfer", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new HandOverLive(actor, new LeadId(id), Said(calls, body, new LeadId(id), actor)),
            answer => calls.Lead(http, answer))).WithName("HotTransfer").Accepts<Shapes.HotTransferBody>("application/json");

        lead.MapPost("/hot-transfer/end", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (_, actor) => new CallOffTransfer(actor, new LeadId(id)),
            answer => calls.Lead(http, answer))).WithName("EndHotTransfer");

        lead.MapGet("/slots", static (Guid id, HttpContext http, Calls calls) =>
            calls.Views().Lead(Calls.Viewer(http), new LeadId(id)) is null
                ? Problems.Of(http, 404, "unknown", "There is no such thing here, or it is not for you to see.")
                : Results.Json(new { items = calls.Views().Slots(Calls.Viewer(http), new LeadId(id), MostSlots), next = (string?)null }, Json.Options)).WithName("Slots");

        lead.MapPost("/book", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new BookCall(actor, new LeadId(id), FloorApi.PersonOf(calls, body, "to"), body.Instant("at", required: true) ?? default, body.Text("note", NoteLength)),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).WithName("Book").Accepts<Shapes.BookBody>("application/json");
    }

    /// <summary>What was asked and answered, one line a question, and the note; nobody but the owner hears what the script asks.</summary>
    private static string? Said(Calls calls, Fields body, LeadId id, Actor actor)
    {
        var floor = calls.Floor;
        var script = floor.Find(id) is { } lead && lead.Owner == actor.Rep && floor.Plan.Find(lead.Stay?.Lane) is { Method.WarmsUp: true } lane ? lane.Of(WarmUp.Script) : [];
        var answers = body.Part("script", required: !script.IsEmpty);
        var lines = new List<string>();
        foreach (var question in answers?.Names().Union(script, StringComparer.Ordinal) ?? [])
        {
            var asked = script.Contains(question, StringComparer.Ordinal);
            if (answers!.Text(question, AnswerLength, required: asked) is { } said)
            {
                lines.Add($"{question}: {said}");
            }
        }

        if (body.Text("note", NoteLength) is { } note)
        {
            lines.Add(note);
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
