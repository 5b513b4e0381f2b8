namespace LeadDesk.App.Rules;

/// <summary>Somebody in a trial: their place among those who could have the lead, or the first test they failed and what it asks. Name is null where the lane names nobody.</summary>
public sealed record TrialPerson(Guid RepId, string? Name, int? Rank, string? Test, string? Reason);
