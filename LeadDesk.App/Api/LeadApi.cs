using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>One lead: what may be seen of it, and the verbs on it.</summary>
internal static class LeadApi
{
    /// <summary>The name of the call by which somebody gives a lead back.</summary>
    public const string Release = "Release";

    private const int ReasonLength = 500;
    private const int NoteLength = 20_000;
    private const int MostYears = 10;

    public static void Map(RouteGroupBuilder api)
    {
        var lead = api.MapGroup("/leads/{id:guid}").AnswersForClosed(ownersOnly: true);
        lead.MapGet("", static (Guid id, HttpContext http, LeadReading reading) => reading.LeadAsync(http, new LeadId(id))).RequireAuthorization(Policies.Person).WithName("Lead");
        lead.MapGet("/history", static (Guid id, HttpContext http, LeadReading reading) => reading.HistoryAsync(http, new LeadId(id))).RequireAuthorization(Policies.Person).WithName("History");
        lead.MapGet("/receipt", static (Guid id, HttpContext http, LeadReading reading) => reading.ReceiptAsync(http, new LeadId(id))).RequireAuthorization(Policies.Person).WithName("LeadReceipt");
        lead.MapGet("/visit.ics", static (Guid id, HttpContext http, Calls calls) => VisitCalendar.Of(http, calls, new LeadId(id))).RequireAuthorization(Policies.Person).WithName("VisitCalendar");

        Verb(lead, "claim", (id, _, actor) => new Claim(actor, id)).WithName("Claim");
        Verb(lead, "accept", (id, _, actor) => new Accept(actor, id)).WithName("Accept");
        Verb(lead, "pass", (id, body, actor) => new Pass(actor, id, body.Text("reason", ReasonLength))).WithName("Pass").Accepts<Shapes.ReasonBody>("application/json");
        Verb(lead, "more-time", (id, _, actor) => new MoreTime(actor, id)).WithName("MoreTime");
        Verb(lead, "release", (id, body, actor) => new Desk.Commands.Release(actor, id, body.Text("reason", ReasonLength))).WithName(Release).Accepts<Shapes.ReasonBody>("application/json");
        lead.MapPost("/attempts", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => Attempt(new LeadId(id), body, actor, calls.Now),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).RequireAuthorization(Policies.Reps).WithName("Attempt").Accepts<Shapes.AttemptBody>("application/json");
        lead.MapPost("/outcome", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => OutcomeOf(new LeadId(id), body, actor, calls.Now),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).RequireAuthorization(Policies.Reps).WithName("Outcome").Accepts<Shapes.OutcomeBody>("application/json");
        lead.MapPost("/stop", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new StopLead(actor, new LeadId(id), body.Text("reason", ReasonLength)),
            answer => calls.Lead(http, answer))).RequireAuthorization(Policies.Person).WithName("Stop").Accepts<Shapes.ReasonBody>("application/json");
        lead.MapPost("/park", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new Park(actor, new LeadId(id), Ahead(body, "until", calls.Now, required: true) ?? default, Guid.NewGuid()),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).RequireAuthorization(Policies.Reps).WithName("Park").Accepts<Shapes.ParkBody>("application/json");
        Verb(lead, "note", (id, body, actor) => new AddNote(actor, id, body.Text("text", NoteLength, required: true) ?? "", Guid.NewGuid()), bodyOptional: false).WithName("Note").Accepts<Shapes.NoteBody>("application/json");

        lead.MapPost("/hand-over", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => new HandOver(actor, new LeadId(id), FloorApi.PersonOf(calls, body, "to"), body.Text("note", NoteLength), Guid.NewGuid()),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).RequireAuthorization(Policies.Reps).WithName("HandOver").Accepts<Shapes.HandOverBody>("application/json");
        lead.MapPost("/relabel", static (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => RelabelOf(new LeadId(id), body, actor, calls.Floor),
            answer => calls.Lead(http, answer),
            bodyOptional: false)).RequireAuthorization(Policies.Reps).WithName("Relabel").Accepts<Shapes.RelabelBody>("application/json");
        api.MapPost("/walk-ins", static (HttpContext http, Calls calls) => calls.RunAsync(
            http,
            WalkInOf,
            answer => calls.Lead(http, answer),
            bodyOptional: false)).RequireAuthorization(Policies.Reps).WithName("WalkIn").Accepts<Shapes.LeadBody>("application/json");

        api.MapPost("/undo/{actionId:guid}", static (Guid actionId, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (_, actor) => new Undo(actor, actionId),
            answer => answer.Lead is null ? calls.Desk(http, answer) : calls.Lead(http, answer))).RequireAuthorization(Policies.Person).WithName("Undo");
    }

    private static RouteHandlerBuilder Verb(RouteGroupBuilder lead, string verb, Func<LeadId, Fields, Actor, Command> make, bool bodyOptional = true) =>
        lead.MapPost("/" + verb, (Guid id, HttpContext http, Calls calls) => calls.RunAsync(
            http,
            (body, actor) => make(new LeadId(id), body, actor),
            answer => calls.Lead(http, answer),
            bodyOptional)).RequireAuthorization(Policies.Reps);

    private static Relabel RelabelOf(LeadId id, Fields body, Actor actor, SalesFloor floor)
    {
        var label = new Label(
            body.Text("product", 200),
            body.Text("region", 200),
            body.Text("postcode", 2000),
            body.Text("country", 2000),
            body.Text("language", 2000),
            body.Number("value", 0, 1_000_000_000_000m),
            body.OneOf<RequestKind>("requestKind"),
            body.Text("source", 200));
        if (label.IsEmpty)
        {
            body.Wrong("product", "Give at least one of product, source, region, postcode, country, language, value, requestKind.");
        }

        if (label.Source is { } source && source != LeadLife.WalkInSource && floor.Plan.Plan.Sources.All(s => s.Key != source))
        {
            body.Wrong("source", "must be the key of a source: " + string.Join(", ", floor.Plan.Plan.Sources.Select(s => s.Key)));
        }

        return new Relabel(actor, id, label, Guid.NewGuid());
    }

    private static WalkIn WalkInOf(Fields body, Actor actor) => new(
        actor,
        new LeadId(Guid.NewGuid()),
        new Facts
        {
            Product = body.Text("product", 200),
            Region = body.Text("region", 200),
            Value = body.Number("value", 0, 1_000_000_000_000m),
            RequestKind = body.OneOf<RequestKind>("requestKind"),
            Discreet = body.YesNo("discreet") ?? false,
        },
        new LeadPerson(
            new Contact(body.Text("name", 200, required: true), body.Text("email", 2000), body.Text("phone", 2000), body.Text("company", 200)),
            body.Text("message", NoteLength),
            new Dictionary<string, string>(StringComparer.Ordinal)));

    /// <summary>A time that is over would bring the lead back at once, one beyond all years never.</summary>
    private static DateTimeOffset? Ahead(Fields body, string field, DateTimeOffset now, bool required = false)
    {
        var at = body.Instant(field, required);
        if (at <= now || at > now.AddYears(MostYears))
        {
            body.Wrong(field, $"A time in the future is expected, at most {MostYears} years from now.");
        }

        return at;
    }

    private static LogAttempt Attempt(LeadId id, Fields body, Actor actor, DateTimeOffset now) => new(
        actor,
        id,
        body.OneOf<Channel>("channel", required: true) ?? default,
        body.OneOf<AttemptResult>("result", required: true) ?? default,
        body.Text("note", NoteLength),
        Ahead(body, "nextAt", now),
        Guid.NewGuid());

    private static SetOutcome OutcomeOf(LeadId id, Fields body, Actor actor, DateTimeOffset now)
    {
        var outcome = body.OneOf<Outcome>("outcome", required: true) ?? default;
        var next = Ahead(body, "nextAt", now);
        var keep = body.Text("keep", 10);
        if (next is not null && outcome != Outcome.Nurture)
        {
            body.Wrong("nextAt", "Only an outcome nurture comes back.");
        }

        if (keep is not (null or "owner" or "pool") || (keep is not null && next is null))
        {
            body.Wrong("keep", "\"owner\" or \"pool\" is expected, with a nextAt: to whom it comes back first.");
        }

        return new SetOutcome(actor, id, outcome, body.Number("value", 0, 1_000_000_000_000m), body.Text("reason", ReasonLength), Guid.NewGuid()) { NextAt = next, Pooled = keep == "pool" };
    }
}
