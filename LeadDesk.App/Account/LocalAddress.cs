using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadDesk.App.Account;

/// <summary>Where to go after signing in: a page of this desk, never a foreign one.</summary>
public static class LocalAddress
{
    public static string Or(string? asked, string instead) =>
        asked is not null && RedirectHttpResult.IsLocalUrl(asked) && asked[0] == '/' && !IsDoor(asked) ? asked : instead;

    private static bool IsDoor(string asked) =>
        asked.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) || asked.StartsWith("/sign-out", StringComparison.OrdinalIgnoreCase);
}
