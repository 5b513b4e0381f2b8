using LeadDesk.App.Admin;
using LeadDesk.App.Api;

namespace LeadDesk.App.Rules;

/// <summary>How programs ask for a dry run. Who hangs up stops it.</summary>
public sealed class DryRunCalls(Calls calls, DryRuns runs, Account.PeopleDirectory people)
{
    public async Task<IResult> RunAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        if (body.Json is not { } json)
        {
            return Problems.Of(http, body.Problem!.Status, body.Problem.Code, body.Problem.Detail);
        }

        var errors = new FieldErrors();
        var fields = Fields.Over(json, errors);
        var plan = calls.Floor.Plan.Plan;
        var most = fields.Whole("leads", 1, DryRuns.MostLeads) ?? DryRuns.MostLeads;
        var seed = fields.Whole("seed", int.MinValue, int.MaxValue) ?? 1;
        var lanes = LaneList.Read(fields, "lanes", plan, email => people.FindByEmail(email)?.Id);
        fields.RefuseUnknown();
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        return await runs.RunAsync(Calls.Viewer(http), new DryRunAsk(LaneList.Over(plan, lanes), most, seed), cancel: http.RequestAborted) is { } view
            ? Results.Json(view, Json.Options)
            : Problems.Of(http, 403, "forbidden", "Only managers run the past through other rules.");
    }
}
