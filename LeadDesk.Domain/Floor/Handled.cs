namespace LeadDesk.Domain.Floor;

/// <summary>The log's number at which a person last handled a lead; 0 = never.</summary>
public readonly record struct Handled(RepId Rep, long Seq);
