using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Words;

/// <summary>What is personal of a lead, read from the store when somebody entitled looks at it, and kept as long as nothing new happened to the lead.</summary>
public sealed class PersonalData(EventLog log)
{
    private const int Most = 20_000;
    private static readonly PersonalOfLead Nothing = new(0, null, ImmutableDictionary<long, string>.Empty);
    private readonly ConcurrentDictionary<LeadId, PersonalOfLead> known = new();
    private readonly ConcurrentDictionary<long, string?> notices = new();

    public PersonalOfLead Of(SalesFloor floor, LeadId lead)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var last = floor.Find(lead)?.LastSeq ?? long.MaxValue;
        if (known.TryGetValue(lead, out var found) && found.AsOf >= last)
        {
            return found;
        }

        if (known.Count > Most)
        {
            known.Clear();
        }

        var read = Read(lead, floor.Seq);
        known[lead] = read;
        return read;
    }

    /// <summary>What customers are told while the intake is paused, by the log's number of the pause.</summary>
    public string? Notice(long seq) => notices.GetOrAdd(seq, static (at, log) => log.PersonalAt([at]).TryGetValue(at, out var text) && text.Kind == PersonalTexts.Notice ? text.Text : null, log);

    private PersonalOfLead Read(LeadId lead, long asOf)
    {
        var texts = log.PersonalOf(lead.Value);
        return texts.Count == 0 ? Nothing : new(
            asOf,
            texts.Where(t => t.Kind == PersonalTexts.Lead).Select(t => PersonalTexts.ReadLead(t.Text).Person).FirstOrDefault(),
            texts.Where(t => t.Kind is PersonalTexts.Note or PersonalTexts.Reason).ToImmutableDictionary(t => t.Seq, t => t.Text));
    }
}
