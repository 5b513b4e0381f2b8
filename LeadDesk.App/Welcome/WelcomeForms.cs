using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using Microsoft.AspNetCore.Mvc;

namespace LeadDesk.App.Welcome;

/// <summary>The posts beside the first run: the test lead, and the way into a demo shop and out of it. Each asks for its form's token.</summary>
internal static class WelcomeForms
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/welcome/test-lead", TestLeadAsync).RequireAuthorization(Policies.Admins).ExcludeFromDescription();
        app.MapPost("/welcome/demo", BeginDemo).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/welcome/demo/end", EndDemo).RequireAuthorization(Policies.Person).ExcludeFromDescription();
        app.MapGet("/health/run", static (Course course) => TypedResults.Text(course.Run)).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> TestLeadAsync(HttpContext http, [FromForm] string? returnUrl, TestLead test, CommittedFloor floor)
    {
        _ = returnUrl;
        var me = http.User.Caller().Rep!.Value;
        var answer = await test.SendAsync(me, http.RequestAborted);
        return answer.IsDone ? TypedResults.LocalRedirect(floor.Now.Person(me).Terms.HoldsLeads ? "/desk?test=1" : "/floor") : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Only while nobody is on the floor: a desk that people work at is not put aside for a demo.</summary>
    private static IResult BeginDemo(HttpContext http, [FromForm] string? code, WelcomeDoor door, Course course) =>
        door.Opens(http, code) && course.Turn(demo: true) ? TypedResults.LocalRedirect("/welcome/wait") : TypedResults.NotFound();

    private static IResult EndDemo([FromForm] string? returnUrl, Course course)
    {
        _ = returnUrl;
        return course.Turn(demo: false) ? TypedResults.LocalRedirect("/welcome/wait") : TypedResults.NotFound();
    }
}
