namespace LeadDesk.Domain.Leads;

/// <summary>Names one lead. Random, so that it tells neither time nor order.</summary>
public readonly record struct LeadId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
