using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Radzen;

namespace LeadDesk.App;

/// <summary>Puts the house together.</summary>
public static class Composition
{
    public static IServiceCollection AddLeadDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddRadzenCookieThemeService(o => o.Name = "leaddesk-theme");
        services.AddHttpContextAccessor();
        services.AddSignalR();
        services.AddHealthChecks();
        services.AddOpenApi();
        services.AddSingleton(TimeProvider.System);
        return services;
    }

    public static WebApplication UseLeadDesk(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(static (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            }

            return next(context);
        });
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapHealthChecks("/health/live");
        app.MapOpenApi();
        app.MapRazorComponents<Shell.App>().AddInteractiveServerRenderMode();
        return app;
    }
}
