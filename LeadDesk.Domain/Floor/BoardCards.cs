using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>
/// What open boards show and what rings at one moment. Whoever sees the same part of a lead sees the same card, so it is made once for all of
/// them; what depends on who looks is never in here. Many may read it at once.
/// </summary>
public sealed class BoardCards(SalesFloor floor, DateTimeOffset at)
{
    /// <summary>Longer than this nobody is shown what was true before.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<(LeadId Lead, Reveal Reveal), LeadCard> made = new();
    private readonly ConcurrentDictionary<(string Lane, QueueGroup Group), SharedLine> lines = new();
    private readonly ConcurrentDictionary<string, ImmutableArray<Lead>> ringing = new(StringComparer.Ordinal);

    /// <summary>Whether these are still the cards of that floor, now.</summary>
    public bool Fit(SalesFloor now, DateTimeOffset time) => ReferenceEquals(now, floor) && time >= at && time - at < Moment;

    internal LeadCard? Find(LeadId lead, Reveal reveal) => made.GetValueOrDefault((lead, reveal));

    internal LeadCard Keep(LeadId lead, Reveal reveal, LeadCard card) => made.GetOrAdd((lead, reveal), card);

    internal SharedLine? Find(string lane, QueueGroup group) => lines.GetValueOrDefault((lane, group));

    internal SharedLine Keep(string lane, QueueGroup group, ImmutableArray<LeadCard>? line) => lines.GetOrAdd((lane, group), new SharedLine(line));

    /// <summary>What rings in a lane, whoever has waited longest first.</summary>
    internal ImmutableArray<Lead> Ringing(string lane) => ringing.GetOrAdd(lane, static (key, floor) => floor.Ringing.TryGetValue(key, out var rings)
        ? [.. rings.Select(id => floor.Leads[id]).OrderBy(l => l.ReceivedAt)]
        : [], floor);

    /// <summary>The cards of a group of waiting leads; null = not the same for all who see its board.</summary>
    internal sealed record SharedLine(ImmutableArray<LeadCard>? Cards);
}
