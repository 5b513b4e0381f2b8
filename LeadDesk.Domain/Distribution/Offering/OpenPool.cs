namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>A board that everybody of the lane sees; reps pick.</summary>
public sealed class OpenPool : OfferMode
{
    public override bool IsPull => true;

    public override bool IsBoard => true;
}
