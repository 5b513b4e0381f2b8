using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>Counts of open leads, kept as they change.</summary>
public readonly record struct OpenCounts(int Waiting, int Offered, int Owned, int Late, int AboutToMiss, int Held)
{
    /// <summary>A lead's own part in the counts.</summary>
    public static OpenCounts Of(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (lead.IsClosed)
        {
            return default;
        }

        var late = !lead.IsAnswered && lead.LateAt is not null;
        var near = !lead.IsAnswered && !late && lead.Due is { } due && lead.Warned > 0 && lead.Warned >= due.Warnings.Length;
        return new(
            lead.State == LeadState.Waiting ? 1 : 0,
            lead.State is LeadState.Offered or LeadState.Alerted ? 1 : 0,
            lead.Owner is not null ? 1 : 0,
            late ? 1 : 0,
            near ? 1 : 0,
            IsHeld(lead) ? 1 : 0);
    }

    public static bool IsHeld(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return !lead.IsClosed && (lead.WithManagersSince is not null || (lead.State == LeadState.Waiting && lead.Stay?.HeldSince is not null));
    }

    public OpenCounts Add(OpenCounts other, int sign) => new(
        Waiting + (sign * other.Waiting),
        Offered + (sign * other.Offered),
        Owned + (sign * other.Owned),
        Late + (sign * other.Late),
        AboutToMiss + (sign * other.AboutToMiss),
        Held + (sign * other.Held));
}
