using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Rules;

/// <summary>One lead tried: the rules that were asked, where it comes to stand and how, who could have it, who could not and why, in one sentence too.</summary>
public sealed record TrialView(
    ImmutableArray<TrialLine> Steps,
    string? Lane,
    string? LaneName,
    string? LaneVersion,
    LeadState State,
    ImmutableArray<TrialPerson> Eligible,
    ImmutableArray<TrialPerson> PassedOver,
    Guid? Chosen,
    string? TieBreak,
    string Sentence);
