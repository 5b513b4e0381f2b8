using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>An open lead in a person's hands, as far as limits depend on it.</summary>
public readonly record struct Hold(string Lane, DateTimeOffset? Unanswered, bool NoNextStep, bool Parked)
{
    public static Hold Of(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var parked = lead.State == LeadState.Parked;
        return new(
            lead.Stay?.Lane ?? "",
            lead.IsAnswered || parked ? null : lead.OwnerDue?.Due,
            lead.IsAnswered && lead.NextAt is null && !parked,
            parked);
    }
}
