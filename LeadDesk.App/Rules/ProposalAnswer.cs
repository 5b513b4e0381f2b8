using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>Proposed rules come to nothing, and why.</summary>
public sealed record ProposalAnswer(Guid Id, ProposalEnd End, string? Reason);
