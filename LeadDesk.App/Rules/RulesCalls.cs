using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Rules;

/// <summary>What programs ask about the rules, and how it is answered.</summary>
public sealed class RulesCalls(Calls calls, DeskLoop desk, RulesHistory history, RuleHits hits, RuleWording words, RuleDiff diff, RuleWarnings warnings, Trials trials, PeopleDirectory people)
{
    public const int ReasonLength = 500;

    private const int MostVersions = 200;

    /// <summary>The rules in force, with a sentence, the hits of the week and a warning for each.</summary>
    public async Task<IResult> NowAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return Results.Json(await ShowAsync(calls.Floor, Calls.Viewer(http), http.RequestAborted), Json.Options);
    }

    /// <summary>The versions, the newest first.</summary>
    public async Task<IResult> VersionsAsync(HttpContext http, string? limit, string? after)
    {
        ArgumentNullException.ThrowIfNull(http);
        var errors = new FieldErrors();
        var page = PageAsk.Read(errors, limit, after, 50, MostVersions);
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        var all = await history.AllAsync(cancel: http.RequestAborted);
        var from = all.Where(v => v.Number < (page.After ?? long.MaxValue)).Reverse().ToList();
        return Results.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. from.Take(page.Limit).Select(v => (JsonNode)Show(all, v))]),
            ["next"] = from.Count > page.Limit ? from[page.Limit - 1].Number.ToString(CultureInfo.InvariantCulture) : null,
        }, Json.Options);
    }

    /// <summary>One version, with its lanes.</summary>
    public async Task<IResult> VersionAsync(HttpContext http, int number)
    {
        ArgumentNullException.ThrowIfNull(http);
        var all = await history.AllAsync(cancel: http.RequestAborted);
        if (number < 1 || number > all.Length)
        {
            return Unknown(http, number, all.Length);
        }

        var shown = Show(all, all[number - 1]);
        shown["items"] = LaneList.Write(all[number - 1].Plan.Lanes);
        return Results.Json(shown, Json.Options);
    }

    /// <summary>Tries one lead: a made-up one for everybody who works here, a real one for managers; under the rules in force or a draft.</summary>
    public async Task<IResult> TryAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var floor = calls.Floor;
        var me = floor.Person(Calls.Viewer(http));
        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        if (body.Json is not { } json)
        {
            return Problems.Of(http, body.Problem!.Status, body.Problem.Code, body.Problem.Detail);
        }

        var errors = new FieldErrors();
        var fields = Fields.Over(json, errors);
        var (source, facts, lead) = ReadLead(fields, floor.Plan.Plan);
        if (me.Terms.Role == Role.Wallboard || (lead is not null && !me.Terms.LeadsTheFloor))
        {
            return Problems.Of(http, 403, "forbidden", "Only managers try a lead that is really there.");
        }

        var draft = fields.Has("lanes") ? LaneList.Read(fields, "lanes", floor.Plan.Plan, e => people.FindByEmail(e)?.Id) : default;
        fields.RefuseUnknown();
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        if (lead is { } id)
        {
            if (floor.Find(new LeadId(id)) is not { } real)
            {
                return Problems.Of(http, 404, "unknown", "There is no such lead on the floor.");
            }

            (source, facts) = (real.Source, real.Facts);
        }

        return Results.Json(trials.Try(me.Number, new TryAsk(draft.IsDefault ? null : LaneList.Over(floor.Plan.Plan, draft), source, facts)), Json.Options);
    }

    private static (string Source, Facts Facts, Guid? Lead) ReadLead(Fields fields, FloorPlan plan)
    {
        var source = fields.Text("source", 64);
        if (source is not null && source != LeadLife.WalkInSource && plan.Sources.All(s => s.Key != source))
        {
            fields.Wrong("source", "must be the key of a source: " + string.Join(", ", plan.Sources.Select(s => s.Key)));
        }

        var facts = new Facts
        {
            Product = fields.Text("product", 200),
            Region = fields.Text("region", 200),
            Postcode = fields.Text("postcode", 200),
            Country = fields.Text("country", 200),
            Language = fields.Text("language", 200),
            Company = fields.Text("company", 200),
            CompanySize = fields.Whole("companySize", 0, int.MaxValue),
            Industry = fields.Text("industry", 200),
            Value = fields.Number("value", 0, 999_999_999_999),
            Score = fields.Whole("score", int.MinValue, int.MaxValue),
            RequestKind = fields.OneOf<RequestKind>("requestKind"),
            KnownCustomer = fields.YesNo("knownCustomer") ?? false,
            Discreet = fields.YesNo("discreet") ?? false,
        };
        return (source ?? (plan.Sources.IsEmpty ? LeadLife.WalkInSource : plan.Sources[0].Key), facts, fields.Id("lead"));
    }

    /// <summary>Publishes the lanes of the body, or those that somebody proposed.</summary>
    public async Task<IResult> PublishAsync(HttpContext http, Guid? proposal = null, ImmutableArray<Lane> proposed = default)
    {
        ArgumentNullException.ThrowIfNull(http);
        var floor = calls.Floor;
        var plan = floor.Plan.Plan;
        var newest = await history.NewestAsync(floor, http.RequestAborted);
        return await SendAsync(http, (body, actor) =>
        {
            var lanes = proposal is null ? LaneList.Read(body, "lanes", plan, e => people.FindByEmail(e)?.Id) : Checked(body, plan, proposed);
            return new PublishLanes(actor, Basis(body, plan, newest), lanes, body.Text("reason", ReasonLength, required: true)?.Trim() ?? "") { Proposal = proposal };
        });
    }

    /// <summary>Lanes that were right once, judged over the plan of today.</summary>
    private static ImmutableArray<Lane> Checked(Fields body, FloorPlan plan, ImmutableArray<Lane> once)
    {
        var (lanes, errors) = LaneList.Check(plan, once);
        foreach (var error in errors.All)
        {
            body.Errors.Add(error.Path, error.Words);
        }

        return lanes;
    }

    public async Task<IResult> ReturnAsync(HttpContext http, int number)
    {
        ArgumentNullException.ThrowIfNull(http);
        var floor = calls.Floor;
        var plan = floor.Plan.Plan;
        var all = await history.AllAsync(floor, http.RequestAborted);
        if (number < 1 || number > all.Length)
        {
            return Unknown(http, number, all.Length);
        }

        return await SendAsync(http, (body, actor) =>
        {
            return new PublishLanes(actor, Basis(body, plan, all[^1]), Checked(body, plan, all[number - 1].Plan.Lanes), body.Text("reason", ReasonLength) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : words["returned", number]);
        });
    }

    private static FloorPlan? Basis(Fields body, FloorPlan plan, RulesVersion? newest) =>
        body.Whole("version", 0, int.MaxValue) is { } seen && seen != (newest?.Number ?? 0) ? null : plan;

    private async Task<IResult> SendAsync(HttpContext http, Func<Fields, Actor, Command> make)
    {
        var read = await calls.ReadAsync(http, make, bodyOptional: true);
        if (read.Wrong is { } wrong)
        {
            return wrong;
        }

        var answer = await desk.SendAsync(read.Command!, http.RequestAborted);
        if (answer.Refusal?.Code == RefusalCode.Stale)
        {
            return await StaleAsync(http, answer);
        }

        var shown = answer.IsDone ? await ShowAsync(answer.Replayed ? calls.Floor : answer.Floor, Calls.Viewer(http), http.RequestAborted) : null;
        return calls.Tell(http, answer, _ => Results.Json(shown, Json.Options));
    }

    private async Task<IResult> StaleAsync(HttpContext http, Answer answer)
    {
        var newest = (await history.NewestAsync(answer.Floor, http.RequestAborted))!;
        var by = newest.By is { } rep ? people.NameOf(rep) : null;
        return Problems.Of(http, StatusCodes.Status409Conflict, CodeName.Of(RefusalCode.Stale), by is null ? words["stale-file", newest.Number] : words["stale", by, newest.Number], new JsonObject
        {
            ["byId"] = newest.By is { } id ? answer.Floor.Person(id).Id : null,
            ["byName"] = by,
            ["at"] = JsonSerializer.SerializeToNode(newest.At, Json.Options),
            ["marginMs"] = (long)(calls.Now - newest.At).TotalMilliseconds,
            ["version"] = newest.Number,
        });
    }

    private async Task<JsonObject> ShowAsync(SalesFloor floor, RepId viewer, CancellationToken cancel)
    {
        var plan = floor.Plan.Plan;
        var week = await hits.OfWeekAsync(floor, viewer, cancel);
        var newest = await history.NewestAsync(floor, cancel);
        var notes = warnings.Of(plan, floor.People);
        var items = LaneList.Write(plan.Lanes);
        foreach (var (item, lane) in items.Zip(plan.Lanes))
        {
            item!["sentence"] = words.Sentence(plan, lane);
            item["hits7Days"] = week.GetValueOrDefault(lane.Key);
            item["warning"] = notes.GetValueOrDefault(lane.Key) is { IsWarning: true } warning ? warning.Text : null;
        }

        return new()
        {
            ["version"] = newest?.Number ?? 0,
            ["at"] = newest is null ? null : JsonSerializer.SerializeToNode(newest.At, Json.Options),
            ["items"] = items,
            ["next"] = null,
        };
    }

    private JsonObject Show(ImmutableArray<RulesVersion> all, RulesVersion version)
    {
        var changes = version.Number == 1 ? [words["diff-first"]] : diff.Of(all[version.Number - 2].Plan, version.Plan);
        return new()
        {
            ["version"] = version.Number,
            ["at"] = JsonSerializer.SerializeToNode(version.At, Json.Options),
            ["byId"] = version.By is { } by ? calls.Floor.Person(by).Id : null,
            ["byName"] = version.By is { } rep ? people.NameOf(rep) : words["by-file"],
            ["reason"] = version.Reason,
            ["changes"] = new JsonArray([.. changes.Select(c => (JsonNode)c)]),
            ["entry"] = version.Seq,
        };
    }

    private static IResult Unknown(HttpContext http, int number, int last) =>
        Problems.Of(http, 404, "unknown", string.Create(CultureInfo.InvariantCulture, $"There is no version {number}; the last one is {last}."));
}
