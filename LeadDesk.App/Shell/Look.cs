namespace LeadDesk.App.Shell;

/// <summary>How a person likes the screen, as their cookies say; anything unknown counts as the default.</summary>
public sealed record Look(string Theme, string Density)
{
    /// <summary>The density is remembered for each person: several may share a browser.</summary>
    public static Look Of(IRequestCookieCollection cookies, Guid? account = null)
    {
        ArgumentNullException.ThrowIfNull(cookies);
        return new(
            cookies["leaddesk-theme"] is "light" or "dark" ? cookies["leaddesk-theme"]! : "auto",
            account is { } id && cookies[$"leaddesk-density-{id}"] is { } density && Densities.Contains(density, StringComparer.Ordinal) ? density : "comfortable");
    }

    private static readonly string[] Densities = ["compact", "dense", "touch"];
}
