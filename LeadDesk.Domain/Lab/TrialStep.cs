namespace LeadDesk.Domain.Lab;

/// <summary>A lane that was asked about a lead, and whether it takes it.</summary>
public readonly record struct TrialStep(string Lane, bool Takes);
