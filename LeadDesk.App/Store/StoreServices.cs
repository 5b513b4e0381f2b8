using LeadDesk.App.Store.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LeadDesk.App.Store;

/// <summary>Puts the store into the house. Before the host starts, take the <see cref="StoreLock"/> and apply the <see cref="Migrations"/>.</summary>
public static class StoreServices
{
    public static IServiceCollection AddStore(this IServiceCollection services, StoreAddress address)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(address);
        services.AddSingleton<WriteTurn>();
        services.AddDbContextFactory<LeadDeskContext>(options => options.UseStore(address));
        services.Configure<IdentityOptions>(options => PasskeySchema.Choose(options));
        services.AddSingleton<EventLog>();
        services.AddSingleton<FloorSnapshots>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Records>();
        services.AddSingleton<WalCheckpoint>();
        services.AddHostedService(s => s.GetRequiredService<WalCheckpoint>());
        services.AddHostedService<Heads>();
        return services.AddKeysInStore();
    }

    private static IServiceCollection AddKeysInStore(this IServiceCollection services)
    {
        services.AddSingleton<IXmlRepository, DataProtectionKeys>();
        services.AddDataProtection().SetApplicationName("LeadDesk");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = s.GetRequiredService<IXmlRepository>()));
        return services;
    }
}
