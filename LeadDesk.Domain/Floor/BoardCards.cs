using System.Collections.Concurrent;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>
/// The leads of open boards at one moment. Whoever sees the same part of a lead sees the same card, so it is made once for all of them; what
/// depends on who looks is never in here. Many may read it at once.
/// </summary>
public sealed class BoardCards(SalesFloor floor, DateTimeOffset at)
{
    /// <summary>Longer than this nobody is shown what was true before.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<(LeadId Lead, Reveal Reveal), LeadCard> made = new();

    /// <summary>Whether these are still the cards of that floor, now.</summary>
    public bool Fit(SalesFloor now, DateTimeOffset time) => ReferenceEquals(now, floor) && time >= at && time - at < Moment;

    internal LeadCard? Find(LeadId lead, Reveal reveal) => made.GetValueOrDefault((lead, reveal));

    internal LeadCard Keep(LeadId lead, Reveal reveal, LeadCard card) => made.GetOrAdd((lead, reveal), card);
}
