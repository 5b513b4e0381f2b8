using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>How programs propose rules, answer what was proposed, and ask what changed.</summary>
public sealed class ProposalCalls(Calls calls, DeskLoop desk, ProposalReading reading, PeopleDirectory people)
{
    private const string Unknown = "There is no such proposal.";

    public async Task<IResult> AllAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var floor = calls.Floor;
        var lines = await reading.OfAsync(floor, Calls.Viewer(http), http.RequestAborted);
        return Results.Json(new JsonObject { ["items"] = new JsonArray([.. lines.Select(l => (JsonNode)Show(floor, l))]), ["next"] = null }, Json.Options);
    }

    /// <summary>One proposal, with its lanes as PUT /lanes and the dry run take them.</summary>
    public async Task<IResult> OneAsync(HttpContext http, Guid id)
    {
        ArgumentNullException.ThrowIfNull(http);
        var floor = calls.Floor;
        return Find(floor, http, id) is { } proposal ? Results.Json(Whole(floor, await reading.LineAsync(floor, proposal, http.RequestAborted)), Json.Options) : Problems.Of(http, 404, "unknown", Unknown);
    }

    public async Task<IResult> ProposeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (calls.Floor.Person(Calls.Viewer(http)).Terms.Role == Role.Wallboard)
        {
            return Problems.Of(http, 403, "forbidden", "A screen on the wall proposes nothing.");
        }

        var plan = calls.Floor.Plan.Plan;
        var (read, wrong) = await calls.ReadAsync(
            http,
            (body, actor) => new ProposeRules(actor, Guid.NewGuid(), LaneList.Read(body, "lanes", plan, e => people.FindByEmail(e)?.Id), body.Text("reason", RulesCalls.ReasonLength, required: true)?.Trim() ?? ""),
            bodyOptional: false);
        if (wrong is not null)
        {
            return wrong;
        }

        // The same key names the same proposal, so that a repeated call finds it.
        var command = (ProposeRules)read!;
        command = command.Retry is { } key ? command with { Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key.Scope)).AsSpan(0, 16)) } : command;
        var answer = await desk.SendAsync(command, http.RequestAborted);
        var floor = answer.Replayed ? calls.Floor : answer.Floor;
        var line = answer.IsDone && floor.Proposals.FirstOrDefault(p => p.Id == command.Id) is { } made ? await reading.LineAsync(floor, made, http.RequestAborted) : null;
        return calls.Tell(http, answer, _ => Results.Json(line is null ? new JsonObject { ["id"] = command.Id } : Whole(floor, line), Json.Options, statusCode: 201));
    }

    public Task<IResult> TakeBackAsync(HttpContext http, Guid id) => CloseAsync(http, id, ProposalEnd.TakenBack, reasonNeeded: false);

    public Task<IResult> DeclineAsync(HttpContext http, Guid id) => CloseAsync(http, id, ProposalEnd.Declined, reasonNeeded: true);

    /// <summary>Publishes a proposal as it is; with `version` only while that version is in force.</summary>
    public async Task<IResult> PublishAsync(HttpContext http, Guid id, RulesCalls rules)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(rules);
        var floor = calls.Floor;
        return Find(floor, http, id) is { } proposal
            ? await rules.PublishAsync(http, id, (await reading.LineAsync(floor, proposal, http.RequestAborted)).Lanes)
            : Problems.Of(http, 404, "unknown", Unknown);
    }

    /// <summary>What the caller has not seen yet of the rules; 204 where there is nothing.</summary>
    public async Task<IResult> NewsAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var floor = calls.Floor;
        return await reading.NewsAsync(floor, Calls.Viewer(http), http.RequestAborted) is not { } news ? Results.NoContent() : Results.Json(
            new JsonObject
            {
                ["entry"] = news.UpTo,
                ["change"] = news.Change is not { } change ? null : new JsonObject
                {
                    ["version"] = change.Number,
                    ["at"] = JsonSerializer.SerializeToNode(change.At, Json.Options),
                    ["byName"] = change.By,
                    ["reason"] = change.Reason,
                    ["changes"] = Texts(change.Changes),
                },
                ["answers"] = new JsonArray([.. news.Answers.Select(a => (JsonNode)Show(floor, a))]),
            },
            Json.Options);
    }

    public Task<IResult> SeenAsync(HttpContext http) => calls.RunAsync(
        http,
        (body, actor) => new SeeRules(actor, (long)(body.Number("entry", 0, long.MaxValue, required: true) ?? 0)),
        _ => Results.NoContent(),
        bodyOptional: false);

    private async Task<IResult> CloseAsync(HttpContext http, Guid id, ProposalEnd why, bool reasonNeeded)
    {
        // Whoever may not see it learns nothing of it; whoever saw it a moment ago is told what the desk decides.
        if (calls.Floor.Proposals.FirstOrDefault(p => p.Id == id) is not { } proposal || (proposal.By != Calls.Viewer(http) && why == ProposalEnd.TakenBack))
        {
            return Problems.Of(http, 404, "unknown", Unknown);
        }

        return await calls.RunAsync(http, (body, actor) => new CloseProposal(actor, id, why, body.Text("reason", RulesCalls.ReasonLength, required: reasonNeeded)?.Trim()), _ => Results.NoContent(), bodyOptional: !reasonNeeded);
    }

    private static Proposal? Find(SalesFloor floor, HttpContext http, Guid id) => floor.Proposals.FirstOrDefault(p => p.Id == id && ProposalReading.MaySee(floor, Calls.Viewer(http), p));

    private static JsonObject Whole(SalesFloor floor, ProposalLine line)
    {
        var shown = Show(floor, line);
        shown["items"] = LaneList.Write(line.Lanes);
        return shown;
    }

    private static JsonObject Show(SalesFloor floor, ProposalLine line) => new()
    {
        ["id"] = line.Proposal.Id,
        ["state"] = line.Proposal.End is { } end ? WireName.Of(end) : "open",
        ["byId"] = floor.Person(line.Proposal.By).Id,
        ["byName"] = line.By,
        ["at"] = JsonSerializer.SerializeToNode(line.Proposal.At, Json.Options),
        ["reason"] = line.Reason,
        ["version"] = line.Version,
        ["changes"] = Texts(line.Changes),
        ["answer"] = line.Proposal.End is null ? null : new JsonObject
        {
            ["byName"] = line.AnsweredBy,
            ["at"] = JsonSerializer.SerializeToNode(line.Proposal.AnsweredAt, Json.Options),
            ["reason"] = line.AnswerReason,
        },
    };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
