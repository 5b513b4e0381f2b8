using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
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
        services.AddLocalization();
        services.AddHealthChecks();
        services.AddOpenApi();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<CommittedFloor>();
        var address = StoreAddress.Parse(configuration["LeadDesk:Store"] ?? "sqlite:App_Data/leaddesk.db");
        services.AddHostedService<OpenStore>();
        services.AddStore(address.Value ?? throw new InvalidOperationException(address.Trouble));
        services.AddAccounts();
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
        app.UseAccounts();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live").AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapRazorComponents<Shell.App>().AddInteractiveServerRenderMode();
        return app;
    }
}
