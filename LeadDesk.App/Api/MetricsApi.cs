using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>The desk's figures for whoever watches it: an admin's token, or the machine itself.</summary>
internal static class MetricsApi
{
    public static void Map(WebApplication app)
    {
        // It counts from the start, not from when somebody first looks.
        _ = app.Services.GetRequiredService<Figures>();
        app.MapGet("/metrics", Read).AllowAnonymous().WithName("Metrics").ExcludeFromDescription();
    }

    private static IResult Read(HttpContext http, Figures figures, CommittedFloor floor) =>
        ThisMachine.IsCalling(http) || (http.User.Caller().Rep is { } rep && floor.Now.Person(rep).Terms is { Active: true, Role: Role.Admin })
            ? Results.Text(figures.Read(), "text/plain; version=0.0.4")
            : Problems.Of(http, http.User.Identity?.IsAuthenticated == true ? 403 : 401, http.User.Identity?.IsAuthenticated == true ? "forbidden" : "unauthorized", "Only an admin's token, or the machine itself, reads the figures.");
}
