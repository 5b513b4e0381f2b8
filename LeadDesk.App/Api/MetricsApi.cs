using LeadDesk.App.Account;
using Microsoft.AspNetCore.Authorization;

namespace LeadDesk.App.Api;

/// <summary>The desk's figures for whoever watches it: an admin's token, or the machine itself.</summary>
internal static class MetricsApi
{
    public static void Map(WebApplication app)
    {
        // It counts from the start, not from when somebody first looks.
        _ = app.Services.GetRequiredService<Figures>();
        app.MapGet("/metrics", ReadAsync).AllowAnonymous().WithName("Metrics").ExcludeFromDescription();
    }

    private static async Task<IResult> ReadAsync(HttpContext http, Figures figures, IAuthorizationService doors)
    {
        if (ThisMachine.IsCalling(http) || (await doors.AuthorizeAsync(http.User, Policies.Admins)).Succeeded)
        {
            return Results.Text(figures.Read(), "text/plain; version=0.0.4");
        }

        var (status, code) = http.User.Identity?.IsAuthenticated == true ? (403, "forbidden") : (401, "unauthorized");
        return Problems.Of(http, status, code, "Only an admin's token, or the machine itself, reads the figures.");
    }
}
