using LeadDesk.App.Account;
using LeadDesk.App.Rules;

namespace LeadDesk.App.Api;

/// <summary>The rules: to read for everybody, with their versions; to propose for everybody who works here; to publish, answer and bring back for managers.</summary>
internal static class RulesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var read = api.MapGroup("/lanes").RequireAuthorization(Policies.Person);
        read.MapGet("", static (HttpContext http, RulesCalls rules) => rules.NowAsync(http)).WithName("Lanes");
        read.MapGet("/versions", static (HttpContext http, RulesCalls rules, string? limit = null, string? after = null) => rules.VersionsAsync(http, limit, after)).WithName("LaneVersions");
        read.MapGet("/versions/{number:int}", static (int number, HttpContext http, RulesCalls rules) => rules.VersionAsync(http, number)).WithName("LaneVersion");

        read.MapPost("/try", static (HttpContext http, RulesCalls rules) => rules.TryAsync(http)).WithName("TryLanes").Accepts<Shapes.TryLanesBody>("application/json");

        read.MapGet("/drafts", static (HttpContext http, ProposalCalls proposals) => proposals.AllAsync(http)).WithName("LaneDrafts");
        read.MapGet("/drafts/{id:guid}", static (Guid id, HttpContext http, ProposalCalls proposals) => proposals.OneAsync(http, id)).WithName("LaneDraft");
        read.MapPost("/drafts", static (HttpContext http, ProposalCalls proposals) => proposals.ProposeAsync(http)).WithName("ProposeLanes").Accepts<Shapes.ProposeLanesBody>("application/json");
        read.MapDelete("/drafts/{id:guid}", static (Guid id, HttpContext http, ProposalCalls proposals) => proposals.TakeBackAsync(http, id)).WithName("TakeBackLanes");
        read.MapGet("/news", static (HttpContext http, ProposalCalls proposals) => proposals.NewsAsync(http)).WithName("LaneNews");
        read.MapPost("/news/seen", static (HttpContext http, ProposalCalls proposals) => proposals.SeenAsync(http)).WithName("SawLaneNews").Accepts<Shapes.SeenBody>("application/json");

        var write = api.MapGroup("/lanes").RequireAuthorization(Policies.Managers);
        write.MapPut("", static (HttpContext http, RulesCalls rules) => rules.PublishAsync(http)).WithName("PublishLanes").Accepts<Shapes.LanesBody>("application/json");
        write.MapPost("/drafts/{id:guid}/publish", static (Guid id, HttpContext http, ProposalCalls proposals, RulesCalls rules) => proposals.PublishAsync(http, id, rules)).WithName("PublishLaneDraft").Accepts<Shapes.ReturnLanesBody>("application/json");
        write.MapPost("/drafts/{id:guid}/decline", static (Guid id, HttpContext http, ProposalCalls proposals) => proposals.DeclineAsync(http, id)).WithName("DeclineLaneDraft").Accepts<Shapes.ReasonBody>("application/json");
        write.MapPost("/dry-run", static (HttpContext http, DryRunCalls runs) => runs.RunAsync(http)).WithName("DryRunLanes").Accepts<Shapes.DryRunBody>("application/json");
        write.MapPost("/versions/{number:int}/return", static (int number, HttpContext http, RulesCalls rules) => rules.ReturnAsync(http, number)).WithName("ReturnToLanes").Accepts<Shapes.ReturnLanesBody>("application/json");
    }
}
