using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>A screen that is behind the truth loses with a message, if its owner may be told anything at all.</summary>
public static class Staleness
{
    /// <summary>The refusal for a caller who has an older version of a lead before their eyes; null version = they did not say.</summary>
    public static Refusal? Of(Round round, RepId viewer, LeadId id, long? version)
    {
        ArgumentNullException.ThrowIfNull(round);
        return version is { } seen
            && round.Floor.Find(id) is { } lead
            && seen < lead.Version
            && Visibility.MayBeTold(round.Floor, viewer, lead, round.Now, round.Today)
                ? new Refusal(RefusalCode.Stale) { By = lead.Owner, At = lead.OwnedAt, MarginMs = lead.OwnedAt is { } at ? (long)(round.Now - at).TotalMilliseconds : null }
                : null;
    }
}
