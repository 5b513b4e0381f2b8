namespace LeadDesk.App.Shell;

/// <summary>How a person likes the screen, as their cookies say; anything unknown counts as the default.</summary>
public sealed record Look(string Theme, string Density)
{
    public static Look Of(IRequestCookieCollection cookies)
    {
        ArgumentNullException.ThrowIfNull(cookies);
        return new(
            cookies["leaddesk-theme"] is "light" or "dark" ? cookies["leaddesk-theme"]! : "auto",
            cookies["leaddesk-density"] is "compact" or "touch" ? cookies["leaddesk-density"]! : "comfortable");
    }
}
