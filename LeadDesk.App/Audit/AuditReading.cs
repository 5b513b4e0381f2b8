using System.Runtime.CompilerServices;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Audit;

/// <summary>Reads the log for those who ask who did what: pages for the screen and programs, everything for an export.</summary>
public sealed class AuditReading(AuditTrail trail, Projector projector, CommittedFloor committed, PeopleDirectory people, AuditWording wording)
{
    private const int ExportPage = 1000;

    /// <summary>Acts whose body is the whole set-up and says nothing about one person: left unread.</summary>
    private static readonly string[] Closed = ["plan", "day"];

    /// <summary>A page, the newest first, of what is older than Before; Next is the Before of the page after it, or null.</summary>
    public async Task<(IReadOnlyList<AuditLine> Lines, long? Next)> ReadAsync(AuditAsk ask, long before, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (ask.Lead is not null)
        {
            await projector.ReachAsync(committed.Now.Seq, cancel);
        }

        var rows = await trail.ReadAsync(ask, before, most + 1, cancel);
        return ([.. rows.Take(most).Select(Line)], rows.Count > most ? rows[most - 1].Seq : null);
    }

    /// <summary>Everything up to a number of the log, the newest first, read page by page.</summary>
    public async IAsyncEnumerable<AuditLine> AllAsync(AuditAsk ask, long upTo, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (long? before = upTo + 1; before is { } older;)
        {
            var (lines, next) = await ReadAsync(ask, older, ExportPage, cancel);
            foreach (var line in lines)
            {
                yield return line;
            }

            before = next;
        }
    }

    private AuditLine Line(EventRow row)
    {
        var step = Closed.Contains(row.Act, StringComparer.Ordinal) ? null : EventCodec.Read(new StoredEvent(row.Seq, row.At, row.Actor, row.Via, row.Act, row.Lead, row.Body, null)).Event;
        var about = AuditLine.Concerns(step) is { } rep ? people.Find(rep) : null;
        var line = new AuditLine
        {
            Seq = row.Seq,
            At = DateTimeOffset.FromUnixTimeMilliseconds(row.At),
            Act = row.Act,
            Actor = row.Actor,
            By = Guid.TryParse(row.Actor, out var by) ? by : null,
            ByName = NameOf(row.Actor),
            Who = wording.Who(row.Actor, NameOf(row.Actor)),
            What = "",
            Via = row.Via,
            Lead = Guid.TryParse(row.Lead, out var lead) ? lead : null,
            About = about?.Id,
            AboutName = about?.Name,
            From = row.Before,
            FromName = NameOf(row.Before),
            To = row.After,
            ToName = NameOf(row.After),
            Lane = row.Lane,
            LaneName = wording.LaneName(row.Lane),
            Reason = row.Reason,
            Version = row.Version,
            Hash = row.Hash,
            Decided = step is Domain.Leads.LeadEvent.Offered or Domain.Leads.LeadEvent.Taken { Receipt: not null },
        };
        return line with { What = wording.What(line, step) };
    }

    private string? NameOf(string? id) => Guid.TryParse(id, out var person) ? people.Find(person)?.Name : null;
}
