using LeadDesk.App.Store;

namespace LeadDesk.App.Audit;

/// <summary>Puts the audit into the house: its words, its reading, the walks along the chain.</summary>
public static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditWording>();
        services.AddSingleton<AuditReading>();
        services.AddSingleton<ChainChecks>();
        return services;
    }
}
