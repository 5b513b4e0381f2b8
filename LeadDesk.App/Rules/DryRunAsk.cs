using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>A draft to run the past through: the last so many leads, with the luck of this seed.</summary>
public sealed record DryRunAsk(FloorPlan Draft, int Leads = DryRuns.MostLeads, int Seed = 1)
{
    /// <summary>Not the rules are another, but what is agreed with somebody; null = the rules.</summary>
    public PersonTrial? Person { get; init; }
}
