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
        services.AddSingleton<LiveGuard>();
        services.AddScoped<CircuitHandler, PageWatch>();
        services.AddHostedService<LiveSweep>();
        services.Configure<HubOptions>(o => o.AddFilter<LiveGuard>());
        return services;
    }
}
