using LeadDesk.App.Admin;
using LeadDesk.App.Api;
using LeadDesk.App.Audit;
using LeadDesk.App.Desk;
using LeadDesk.App.Fairness;
using LeadDesk.App.Intake;
using LeadDesk.App.Live;
using LeadDesk.App.Rules;
using LeadDesk.App.Settings;
using LeadDesk.App.Shell;
using LeadDesk.App.Store;
using LeadDesk.App.Wall;
using LeadDesk.App.Welcome;
using LeadDesk.App.Words;

namespace LeadDesk.App;

/// <summary>Puts the desk into the house: the loop, what follows it, and its surface for programs.</summary>
public static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<CommittedFloor>();
        services.AddSingleton<DeskClock>();
        services.AddSingleton(Patience.Usual);
        services.AddSingleton<DeskLoop>();
        services.AddSingleton<LiveBoard>();
        services.AddSingleton<HubFeeds>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<RepDesk.NoteDrafts>();
        services.AddSingleton<RepDesk.RowFaces>();
        services.AddSingleton<DeskWording>();
        services.AddSingleton<FloorSetUp>();
        services.AddRules();
        services.AddSingleton<Calls>();
        services.AddSingleton<LeadReading>();
        services.AddSingleton<ReceiptReading>();
        services.AddSingleton<LeadStories>();
        services.AddSingleton<AccountReading>();
        services.AddSingleton<WatchReading>();
        services.AddSingleton<WatchWording>();
        services.AddSingleton<DiceReading>();
        services.AddAudit();
        services.AddSingleton<Counter.LastCards>();
        services.AddSingleton<Demo.DemoMark>();
        services.AddSingleton<HealthReading>();
        services.AddSingleton<Figures>();
        services.AddSingleton<Walls>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<Projector>();
        services.AddSingleton<Clerk>();
        services.AddHostedService(s => s.GetRequiredService<Projector>());
        services.AddHostedService(s => s.GetRequiredService<Clerk>());
        services.AddHostedService<FinishClock>();
        return services;
    }

    public static void MapDesk(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var api = app.MapGroup("/api/v1");
        MeApi.Map(api);
        DeskApi.Map(api);
        IntakeApi.Map(api);
        LeadApi.Map(api);
        WarmUpApi.Map(api);
        FloorApi.Map(api);
        PauseApi.Map(api);
        PeopleApi.Map(api);
        LedgerApi.Map(api);
        WatchApi.Map(api);
        PairingApi.Map(api);
        CreditsApi.Map(api);
        DiceApi.Map(api);
        AuditApi.Map(api);
        SetUpApi.Map(api);
        RulesApi.Map(api);
        StandingsApi.Map(api);
        TokenApi.Map(api);
        DeviceApi.Map(api);
        WallApi.Map(api);
        MetricsApi.Map(app);
        HealthApi.Map(app, app.Services.GetRequiredService<StartOptions>());
        HomePage.Map(app);
        WallForms.Map(app);
        WelcomeForms.Map(app);
        app.MapHub<DeskHub>("/hubs/desk");
    }
}
