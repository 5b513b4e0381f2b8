namespace LeadDesk.Domain.Leads;

/// <summary>How an owner lost a lead.</summary>
public enum LossWay
{
    Released,
    Reclaimed,
    Returned,
}
