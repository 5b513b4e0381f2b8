using System.Collections.Immutable;
using System.Text.Json;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;
using LeadDesk.App.Words;
using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.App.Fairness;

/// <summary>
/// Reads a person's accounts: everybody their own, managers anybody's. The running balance is counted back from the ledger of the floor, so
/// that the newest line always ends where the desk itself decides from.
/// </summary>
public sealed class AccountReading(Calls calls, Records records, Projector projector, PeopleDirectory people, DeskWording words, ReceiptReading receipts)
{
    /// <summary>The accounts of a person, opened at a lane; null where they are not for these eyes. Lane null = the first that something happened in.</summary>
    public async Task<AccountView?> ReadAsync(RepId viewer, Guid person, string? lane, long? before, int most, CancellationToken cancel = default)
    {
        var floor = calls.Floor;
        var leads = floor.Person(viewer).Terms is { Active: true, LeadsTheFloor: true };
        if (floor.FindPerson(person) is not { } rep || (rep.Number != viewer && !leads))
        {
            return null;
        }

        var lanes = Lanes(floor, rep.Number);
        var open = lanes.FirstOrDefault(l => l.Key == lane) ?? lanes.FirstOrDefault(l => !l.IsBlank) ?? lanes.FirstOrDefault();
        var view = new AccountView(rep.Id, people.NameOf(rep.Number), rep.Number == viewer, lanes, open, []) { Months = [.. rep.Months.Reverse().Take(MostMonths)], Quotas = Quotas(floor, rep), People = leads ? [.. floor.People.Where(p => p.Terms.HoldsLeads).Select(p => people.Find(p.Number)).OfType<DirectoryEntry>()] : [] };
        return open is null ? view : await WithLinesAsync(view, floor, viewer, rep.Number, open, before, most, cancel);
    }

    private const int MostMonths = 6;

    /// <summary>The quotas of the lanes whose territory teams this person is of.</summary>
    public ImmutableArray<QuotaLine> Quotas(SalesFloor floor, Rep rep)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(rep);
        var done = rep.WorkIn(floor.DayOf(calls.Now).Month);
        return
        [
            .. floor.Plan.Lanes.Where(l => l.Method.OwnsAccounts && (l.Of(Territory.Teams).IsEmpty || rep.Terms.Teams.Any(t => l.Of(Territory.Teams).Contains(t, StringComparer.Ordinal))))
                .SelectMany(l => l.Of(Territory.Quotas).Select(q => new QuotaLine(l.Key, l.Lane.Name, q.Key.ToLowerInvariant(), q.Key.ToUpperInvariant() switch { "CALLS" => done.Calls, "CONTACTS" => done.Contacts, _ => done.Sales }, q.Value))),
        ];
    }

    private ImmutableArray<AccountLane> Lanes(SalesFloor floor, RepId rep) =>
    [
        .. floor.Plan.Lanes.Select(l => l.Key).Concat(floor.Ledgers.Keys.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)
            .Select(key => Stands(floor, key, rep)).Where(l => floor.Plan.Find(l.Key) is not null || !l.IsBlank),
    ];

    private AccountLane Stands(SalesFloor floor, string key, RepId rep)
    {
        var (account, tally, rules) = (floor.LedgerOf(key).Of(rep), floor.TallyOf(key).Of(rep), floor.Plan.Find(key));
        var decides = rules?.Method is not { } method ? account.Balance != 0 : method is { Ranking: FairShare, Offer: ExclusiveOffer or Assign };
        return new(key, words.LaneName(floor, key, rules?.Lane.Version ?? 0), decides, account.Due, account.Received, account.Balance, tally.Taken, tally.Expected / (double)DayExpected.Lead);
    }

    private async Task<AccountView> WithLinesAsync(AccountView view, SalesFloor floor, RepId viewer, RepId rep, AccountLane open, long? before, int most, CancellationToken cancel)
    {
        var reached = await projector.ReachAsync(floor.Seq, cancel);
        var until = Math.Min(before ?? long.MaxValue, floor.Seq + 1);
        var balance = open.Balance;
        if (until <= floor.Seq)
        {
            balance -= Lines(await records.AccountAsync(open.Key, rep.Number, until, null, cancel), rep, floor.Seq).Where(l => l.Seq >= until).Aggregate(Int128.Zero, (sum, l) => sum + l.Change);
        }

        var found = Lines(await records.AccountAsync(open.Key, rep.Number, until, most + 1, cancel), rep, floor.Seq).Where(l => l.Seq < until).OrderByDescending(l => l.Seq).ToList();
        var (lines, eyes) = (ImmutableArray.CreateBuilder<AccountLine>(), calls.Views(floor));
        foreach (var line in found.Take(most))
        {
            lines.Add(Dress(line with { Balance = balance }, viewer, open.Key, eyes));
            balance -= line.Change;
        }

        return view with { Lines = lines.ToImmutable(), Next = found.Count > most ? lines[^1].Seq : null, Before = before, Carried = balance, IsBehind = !reached };
    }

    /// <summary>The moves of these entries on a person's account, those after the floor's number left out.</summary>
    private static IEnumerable<AccountLine> Lines(IEnumerable<LedgerRow> rows, RepId rep, long upTo)
    {
        foreach (var row in rows.Where(r => r.Seq <= upTo))
        {
            var share = (Int128)JsonSerializer.Deserialize<long[][]>(row.Shares)!.First(s => s[0] == rep.Number)[1];
            var received = row.Receiver == rep.Number ? (Int128)Share.One : 0;
            var struck = row.StruckBy <= upTo ? row.StruckBy : null;
            var line = new AccountLine(row.Seq, row.At, row.Seq, false, row.Kind, share, received, 0) { LaneVersion = row.LaneVersion, Lead = row.Lead, StruckBy = struck, Receiver = row.Receiver };
            yield return line;
            if (struck is { } by)
            {
                yield return line with { Seq = by, Struck = true, Share = -share, Received = -received, StruckBy = null };
            }
        }
    }

    private AccountLine Dress(AccountLine line, RepId viewer, string lane, Views eyes)
    {
        var receiver = new RepId(line.Receiver);
        var card = line.Lead is { } lead ? eyes.Lead(viewer, new LeadId(lead)) : null;
        return line with
        {
            ReceiverName = receipts.MayName(viewer, receiver, lane, line.LaneVersion) ? people.NameOf(receiver) : null,
            Lead = card?.Id,
            LeadName = card is null ? null : card.Contact?.Name ?? card.Product,
        };
    }
}
