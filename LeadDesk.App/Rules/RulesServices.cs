using LeadDesk.App.Words;

namespace LeadDesk.App.Rules;

/// <summary>Puts the rules into the house: their words, their history, their page.</summary>
public static class RulesServices
{
    public static IServiceCollection AddRules(this IServiceCollection services)
    {
        services.AddSingleton<RuleWording>();
        services.AddSingleton<FaultWording>();
        services.AddSingleton<SetUpWording>();
        services.AddSingleton<RuleDiff>();
        services.AddSingleton<RuleWarnings>();
        services.AddSingleton<RulesHistory>();
        services.AddSingleton<RuleHits>();
        services.AddSingleton<Trials>();
        services.AddSingleton<DryRunWording>();
        services.AddSingleton<DryRuns>();
        services.AddSingleton<DryRunCalls>();
        services.AddSingleton<ProposalReading>();
        services.AddSingleton<ProposalCalls>();
        services.AddSingleton<RulesCalls>();
        services.AddSingleton<StandingsReading>();
        return services;
    }
}
