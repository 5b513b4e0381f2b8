using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>A screen that is behind the truth loses with a message, if its owner may be told anything at all.</summary>
public static class Staleness
{
    /// <summary>
    /// The refusal for a caller who has an older version of a lead before their eyes; null version = they did not say. Whoever reaches for a
    /// lead is told also when it is gone from their sight; whoever works on one must still see it, as the verb itself asks.
    /// </summary>
    public static Refusal? Of(Round round, RepId viewer, LeadId id, long? version, bool reaches = false)
    {
        ArgumentNullException.ThrowIfNull(round);
        return version is { } seen
            && round.Floor.Find(id) is { } lead
            && seen < lead.Version
            && (reaches ? Visibility.MayBeTold(round.Floor, viewer, lead, round.Now, round.Today) : Visibility.MaySee(round.Floor, viewer, lead, round.Now, round.Today))
                ? new Refusal(RefusalCode.Stale) { By = lead.Owner, At = lead.OwnedAt, MarginMs = lead.OwnedAt is { } at ? (long)(round.Now - at).TotalMilliseconds : null }
                : null;
    }
}
