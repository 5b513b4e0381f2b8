using LeadDesk.App.Words;

namespace LeadDesk.App.Rules;

/// <summary>Puts the rules into the house: their words, their history, their page.</summary>
public static class RulesServices
{
    public static IServiceCollection AddRules(this IServiceCollection services)
    {
        services.AddSingleton<RuleWording>();
        services.AddSingleton<RuleDiff>();
        services.AddSingleton<RuleWarnings>();
        services.AddSingleton<RulesHistory>();
        services.AddSingleton<RuleHits>();
        services.AddSingleton<Trials>();
        services.AddSingleton<RulesCalls>();
        return services;
    }
}
