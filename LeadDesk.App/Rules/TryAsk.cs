using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Rules;

/// <summary>A made-up lead to try, under rules that are not in force or, with null, under those that are.</summary>
public sealed record TryAsk(FloorPlan? Draft, string Source, Facts Facts);
