namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>A "next lead" button; nothing is shown before.</summary>
public sealed class BlindPool : OfferMode
{
    public override bool IsPull => true;
}
