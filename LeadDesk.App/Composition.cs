using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Demo;
using LeadDesk.App.Shell;
using LeadDesk.App.Store;
using LeadDesk.App.Welcome;
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
        services.AddSignalR().AddJsonProtocol(o => Json.Make(o.PayloadSerializerOptions)).AddHubOptions<Live.DeskHub>(o => o.KeepAliveInterval = TimeSpan.FromSeconds(5));
        services.AddLocalization();

        // Their lines hold addresses, and the address of a wallboard holds its token.
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning));
        services.AddScoped<Phrases>();
        services.AddScoped<Live.Held>();
        services.AddScoped<Live.Acts>();
        // The document describes what is written by Json.Options: names, not numbers.
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)));
        services.AddOpenApi(o => o.AddOperationTransformer(LimitedCalls.Describe));
        services.AddScoped<Docs.DocsReading>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<Opening>();
        services.AddSingleton<Course>();
        services.AddStore(options.Store);
        services.AddAccounts();
        services.AddDesk();
        services.AddSingleton<DemoShop>();
        services.AddSingleton<WelcomeDoor>();
        services.AddSingleton<TestLead>();
        if (options.Demo)
        {
            services.AddHostedService<DemoArrivals>();
        }

        return services;
    }

    public static WebApplication UseLeadDesk(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(HostCookies.Wear);
        app.UseExceptionHandler(BrokenRequests.Handling);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseCultures();
        app.Use(BareAnswers.Explain);
        app.UseAccounts();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapDesk();
        app.MapRazorComponents<Shell.App>().AddInteractiveServerRenderMode();
        return app;
    }
}
