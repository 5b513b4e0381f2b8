namespace LeadDesk.App.Manager;

/// <summary>What a manager says to a turn that is asked back.</summary>
public sealed record CreditAnswer(Guid LeadId, bool Approve);
