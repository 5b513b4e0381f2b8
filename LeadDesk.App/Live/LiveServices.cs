using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;

namespace LeadDesk.App.Live;

/// <summary>Puts the guard in front of circuits and hubs.</summary>
public static class LiveServices
{
    public static IServiceCollection AddLiveConnections(this IServiceCollection services)
    {
        services.AddSingleton<Connections>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<CircuitOwners>();
        services.AddSingleton<Intents>();
        services.AddSingleton<LiveGuard>();
        services.AddSingleton<Gazes>();
        services.AddScoped<CircuitHandler, PageWatch>();
        services.AddScoped<CircuitLine>();
        services.AddScoped<CircuitHandler>(s => s.GetRequiredService<CircuitLine>());
        services.AddHostedService<LiveSweep>();
        services.Configure<HubOptions>(o => o.AddFilter<LiveGuard>());
        return services;
    }
}
