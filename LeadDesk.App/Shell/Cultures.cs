using Microsoft.AspNetCore.Localization;

namespace LeadDesk.App.Shell;

/// <summary>The languages of the screens; times and numbers follow the reader's own country where it speaks one of them.</summary>
public static class Cultures
{
    private static readonly string[] Languages = ["en", "de"];

    private static readonly string[] Countries = ["en", "en-US", "en-GB", "en-IE", "en-CA", "en-AU", "en-NZ", "en-IN", "de", "de-DE", "de-AT", "de-CH"];

    /// <summary>Remembers the language in this browser; one that is none of ours leaves it to the browser.</summary>
    public static void Choose(HttpContext http, string? language)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (language is not null && Languages.Contains(language, StringComparer.Ordinal))
        {
            http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(language)), new() { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });
        }
    }

    /// <summary>What people chose comes first, then what their browser asks for; programs that ask for nothing get English.</summary>
    public static WebApplication UseCultures(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseRequestLocalization(o =>
        {
            o.SetDefaultCulture("en");
            o.AddSupportedCultures(Countries).AddSupportedUICultures(Languages);
            o.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return app;
    }
}
