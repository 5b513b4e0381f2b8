using LeadDesk.App.Account;
using LeadDesk.App.Rules;

namespace LeadDesk.App.Api;

/// <summary>The rules: to read for everybody, with their versions; to publish and to bring back for managers.</summary>
internal static class RulesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var read = api.MapGroup("/lanes").RequireAuthorization(Policies.Person);
        read.MapGet("", static (HttpContext http, RulesCalls rules) => rules.NowAsync(http)).WithName("Lanes");
        read.MapGet("/versions", static (HttpContext http, RulesCalls rules, string? limit = null, string? after = null) => rules.VersionsAsync(http, limit, after)).WithName("LaneVersions");
        read.MapGet("/versions/{number:int}", static (int number, HttpContext http, RulesCalls rules) => rules.VersionAsync(http, number)).WithName("LaneVersion");

        read.MapPost("/try", static (HttpContext http, RulesCalls rules) => rules.TryAsync(http)).WithName("TryLanes").Accepts<Shapes.TryLanesBody>("application/json");

        var write = api.MapGroup("/lanes").RequireAuthorization(Policies.Managers);
        write.MapPut("", static (HttpContext http, RulesCalls rules) => rules.PublishAsync(http)).WithName("PublishLanes").Accepts<Shapes.LanesBody>("application/json");
        write.MapPost("/versions/{number:int}/return", static (int number, HttpContext http, RulesCalls rules) => rules.ReturnAsync(http, number)).WithName("ReturnToLanes").Accepts<Shapes.ReturnLanesBody>("application/json");
    }
}
