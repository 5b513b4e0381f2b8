namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>Puts a lead to nobody itself: it goes through other lanes, one after another, as if each were the fallback of the one before.</summary>
public sealed class Stages : OfferMode
{
    public override bool Acts => true;
}
