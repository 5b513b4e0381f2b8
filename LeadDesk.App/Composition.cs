using LeadDesk.App.Account;
using LeadDesk.App.Demo;
using LeadDesk.App.Store;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Radzen;

namespace LeadDesk.App;

/// <summary>Puts the house together.</summary>
public static class Composition
{
    public static IServiceCollection AddLeadDesk(this IServiceCollection services, StartOptions options)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddHttpContextAccessor();
        services.AddSignalR().AddJsonProtocol(o => Api.Json.Make(o.PayloadSerializerOptions));
        services.AddLocalization();
        services.AddScoped<Shell.Phrases>();
        services.AddOpenApi();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<Opening>();
        services.AddStore(options.Store);
        services.AddAccounts();
        services.AddDesk();
        services.AddSingleton<DemoShop>();
        if (options.Demo)
        {
            services.AddHostedService<DemoArrivals>();
        }

        return services;
    }

    public static WebApplication UseLeadDesk(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(static (context, next) =>
        {
            var path = context.Request.Path;
            if (!HttpMethods.IsGet(context.Request.Method) || path.StartsWithSegments("/hubs", StringComparison.Ordinal) || path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            }

            return next(context);
        });
        app.UseAccounts();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapDesk();
        app.MapRazorComponents<Shell.App>().AddInteractiveServerRenderMode();
        return app;
    }
}
