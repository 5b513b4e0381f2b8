namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>A manager decides.</summary>
public sealed class Desk : OfferMode;
