using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Data.Sqlite;

namespace LeadDesk.Bench.Claims;

/// <summary>Claims through the whole desk: rules, ledger, receipt, hash chain, commit, answer. Blind pull takes what is next, cherry pick a lead of the caller's choice.</summary>
internal sealed class DeskClaimer(OpenDesk desk, string lane, int waiting, int reps) : IClaimer
{
    private LeadId[] order = [];
    private long from;

    public string Name => $"desk-{lane}";

    public async Task RefillAsync()
    {
        await desk.FillAsync(lane, waiting);
        await desk.CatchUpAsync();
        from = desk.Floor.Seq;
        if (lane == "cherryPick")
        {
            order = [.. desk.Floor.BacklogOf(lane).Groups.Values.SelectMany(g => g.From(DateTimeOffset.MinValue)).Select(k => k.Lead)];
            new Random(waiting).Shuffle(order);
        }
    }

    public async ValueTask<Guid?> ClaimAsync(int caller, int turn)
    {
        var actor = Actor.Person(new RepId((caller % reps) + 1), "api");
        if (order.Length > 0 && turn >= order.Length)
        {
            return null;
        }

        Command claim = order.Length > 0 ? new Claim(actor, order[turn]) : new Pull(actor, lane);
        var answer = await desk.Loop.SendAsync(claim);
        return answer is { IsDone: true, Lead: { } lead } ? lead.Value
            : answer.Refusal?.Code == RefusalCode.NothingWaiting ? null
            : throw new InvalidOperationException($"A claim was refused: {answer.Refusal?.Code} {answer.Unavailable}");
    }

    public IEnumerable<(Guid Lead, int Caller)> OnDisk()
    {
        var people = desk.Floor.People.ToImmutableDictionary(p => p.Id, p => p.Number.Number);
        using var connection = new SqliteConnection($"Data Source={desk.File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var read = RawTables.Command(connection, "SELECT lead, after FROM log WHERE seq > $from AND act = 'taken'", "$from");
        read.Parameters[0].Value = from;
        using var rows = read.ExecuteReader();
        while (rows.Read())
        {
            yield return (Guid.Parse(rows.GetString(0)), people[Guid.Parse(rows.GetString(1))] - 1);
        }
    }
}
