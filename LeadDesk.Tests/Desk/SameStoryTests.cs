using System.Text;
using System.Text.Json;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Make;
using LeadDesk.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>The live floor, the floor folded from the first event, the floor of a snapshot plus the rest, the rows behind, and the views for outsiders tell one story.</summary>
public sealed class SameStoryTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("LEADDESK_SEEDS") is { } more ? int.Parse(more, System.Globalization.CultureInfo.InvariantCulture) : 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_way_to_the_floor_ends_at_the_same_floor(int seed)
    {
        await using var house = await House.OpenAsync(Floors.Mixed, [.. Floors.People]);
        var day = new RandomDay(house, seed);
        var written = new List<(long Seq, byte[] Bytes, string Secret)>();
        for (var part = 0; part < 4; part++)
        {
            for (var piece = 0; piece < 5; piece++)
            {
                await day.LiveAsync(30);
                written.Add((house.Floor.Seq, FloorCodec.Write(house.Floor), house.Floor.Secret));
            }

            // A start in the middle, from what was written down or from the log alone.
            if (part == 1)
            {
                await house.Get<FloorSnapshots>().SaveAsync(house.Floor.Seq, FloorCodec.Version, FloorCodec.Write(house.Floor));
            }

            await house.ReopenAsync();
        }

        var events = house.Events();
        var live = Dump.Of(house.Floor);
        Same(Dump.Of(Floors.Folded(events)), live, $"seed {seed}, folded from the first event");
        foreach (var (seq, bytes, _) in written)
        {
            var secret = events.Where(e => e.Seq <= seq).Select(e => e.Event).OfType<FloorEvent.DayOpened>().LastOrDefault()?.Secret ?? "";
            Same(Dump.Of(Floors.Restored(house.Log, bytes, secret)), live, $"seed {seed}, written down after {seq}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_rows_and_views_behind_the_log_say_what_the_floor_says(int seed)
    {
        await using var house = await House.OpenAsync(Floors.Mixed, [.. Floors.People]);
        var day = new RandomDay(house, seed + 1000);
        await day.LiveAsync(300);
        if (seed % 2 == 0)
        {
            // Rows that fall behind are made from leads that the floor has long forgotten.
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.TickAsync(safety: true);
        }
        else
        {
            await ProjectAsync(house);
            await day.LiveAsync(300);
        }

        await ProjectAsync(house);
        var events = house.Events();
        var leads = LastOfEach(events);
        await using var db = await house.Get<IDbContextFactory<LeadDeskContext>>().CreateDbContextAsync();
        var rows = await db.Leads.ToDictionaryAsync(r => new LeadId(r.Id));
        Assert.Equal(leads.Values.Where(l => l.IsClosed).Select(l => l.Id).Order(), rows.Keys.Order());
        foreach (var (id, row) in rows)
        {
            var lead = leads[id];
            Assert.Equal((lead.Version, lead.State.ToString(), lead.Owner?.Number, lead.Outcome?.ToString(), lead.ClosedAt), (row.Version, row.State, row.Owner, row.Outcome, row.ClosedAt));
            Same(Dump.Of(ClosedLead.Read(row.Card)), Dump.Of(lead with { Facts = Facts.None }), $"seed {seed}, the card of {id}");
        }

        Assert.Equal(
            events.Where(e => e.Event is LeadEvent).Select(e => (((LeadEvent)e.Event).Lead.Value, e.Seq)).Order(),
            (await db.LeadSteps.ToListAsync()).Select(s => (s.Lead, s.Seq)).Order());
        Same(Balances(await db.Ledger.ToListAsync()), Balances(house.Floor), $"seed {seed}, the ledger");
        Assert.Equal(
            leads.Values.Select(l => $"{l.Id}|{(l.Owner is { } o ? house.Floor.Person(o).Id : null)}|{l.Version}").Order(StringComparer.Ordinal),
            house.Ask("SELECT lead, owner, version FROM v_lead_owner").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_anybody_typed_is_in_no_column_of_the_log()
    {
        await using var house = await House.OpenAsync(Floors.Mixed, [.. Floors.People]);
        await new RandomDay(house, 77).LiveAsync(400);

        Assert.NotEmpty(house.Ask($"SELECT 1 FROM personal WHERE text LIKE '%{RandomDay.Canary}%' LIMIT 1"));
        Assert.DoesNotContain(house.Log.ReadFrom(0, int.MaxValue), e => Encoding.UTF8.GetString(e.Body).Contains(RandomDay.Canary, StringComparison.Ordinal));
        Assert.DoesNotContain(house.Ask("SELECT * FROM v_ownership_log"), r => r.Contains(RandomDay.Canary, StringComparison.Ordinal));
    }

    [ChainCheckFact]
    public async Task An_outsider_finds_the_chain_of_a_random_day_intact()
    {
        await using var house = await House.OpenAsync(Floors.Mixed, [.. Floors.People]);
        await new RandomDay(house, 5).LiveAsync(300);

        var (code, said) = await ChainCheck.RunAsync("--db", house.Address.File, "--sql", "SELECT * FROM v_ownership_log", "--head", house.Log.HeadHash);

        Assert.True(code == 0, said);
        Assert.Contains("\"clock_steps_back\": 0", said, StringComparison.Ordinal);
    }

    internal static async Task ProjectAsync(House house)
    {
        var projector = house.Get<Projector>();
        if (projector.ExecuteTask is null)
        {
            await projector.StartAsync(CancellationToken.None);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (projector.Projected < house.Floor.Seq)
        {
            house.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Delay(5, limit.Token);
            house.Clock.Advance(TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>Each lead as it was after the last thing that happened to it.</summary>
    private static Dictionary<LeadId, Lead> LastOfEach(IEnumerable<Stamped> events)
    {
        var floor = SalesFloor.Empty;
        var leads = new Dictionary<LeadId, Lead>();
        foreach (var stamped in events)
        {
            floor = floor.After(stamped);
            if (stamped.Event is LeadEvent step)
            {
                leads[step.Lead] = floor.Find(step.Lead)!;
            }
        }

        return leads;
    }

    private static string Balances(SalesFloor floor) => Sorted(floor.Ledgers.SelectMany(l => l.Value.Accounts.Select(a => (l.Key, a.Key.Number, a.Value.Due, a.Value.Received))));

    private static string Balances(IEnumerable<App.Store.Rows.LedgerRow> rows)
    {
        var sums = new Dictionary<(string Lane, int Rep), (Int128 Due, Int128 Received)>();
        foreach (var row in rows.Where(r => r.StruckBy is null))
        {
            foreach (var slice in JsonSerializer.Deserialize<long[][]>(row.Shares)!)
            {
                var sum = sums.GetValueOrDefault((row.Lane, (int)slice[0]));
                sums[(row.Lane, (int)slice[0])] = (sum.Due + slice[1], sum.Received);
            }

            var received = sums.GetValueOrDefault((row.Lane, row.Receiver));
            sums[(row.Lane, row.Receiver)] = (received.Due, received.Received + Share.One);
        }

        return Sorted(sums.Select(s => (s.Key.Lane, s.Key.Rep, s.Value.Due, s.Value.Received)));
    }

    private static string Sorted(IEnumerable<(string Lane, int Rep, Int128 Due, Int128 Received)> accounts) =>
        string.Join('\n', accounts.Where(a => a.Due != 0 || a.Received != 0).Order().Select(a => $"{a.Lane} {a.Rep}: {a.Due} {a.Received}"));

    private static void Same(string one, string other, string what)
    {
        var difference = Dump.Difference(one, other);
        Assert.True(difference is null, $"{what}: {difference}");
    }
}
