using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Desk;
using LeadDesk.Tests.Make;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Store;

/// <summary>Whoever changes the log behind the desk's back is found out. LEADDESK_FAULTS=full makes it 1,000 forgeries.</summary>
public sealed class TamperTests(ITestOutputHelper say) : IAsyncLifetime
{
    private const string Columns = "SELECT seq, at, actor, via, act, lead, before, after, version, reason, lane, receipt, pii, prev, hash FROM v_ownership_log";
    private static readonly string[] Texts = ["act", "actor", "via", "lead", "before", "after", "reason", "lane", "receipt", "pii", "prev", "hash"];
    private static readonly int Wanted = Extent.Of("LEADDESK_TAMPERS", 60, 1_000);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-tamper-");
    private readonly int seed = Random.Shared.Next();
    private House house = null!;
    private StoreAddress copy = null!;
    private LogHead head = LogHead.Empty;

    private string Whole => Path.Combine(folder.FullName, "whole.db");

    public async Task InitializeAsync()
    {
        house = await House.OpenAsync(Floors.Mixed, [.. Floors.People]);
        await new RandomDay(house, seed).LiveAsync(150);
        Heads.Append(house.Address, House.Start, house.Log.Head);
        await new RandomDay(house, seed + 1).LiveAsync(150);
        head = house.Log.Head;
        Heads.Append(house.Address, House.Start, head);
        house.Ask($"VACUUM INTO '{Whole}'");
        copy = StoreAddress.Parse($"sqlite:{Path.Combine(folder.FullName, "copy.db")}").Value!;
        File.Copy(house.Address.HeadsFile, copy.HeadsFile);
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_log_as_it_was_written_raises_no_alarm()
    {
        var state = ChainWalk.Run(house.Address, house.Log.Head);

        Assert.True(state.Ok, $"seed {seed}: {state.First}");
        Assert.Equal((head.Seq, head, 2), (state.Rows, state.Head, state.Anchors));
    }

    [Fact]
    public void A_log_from_which_people_were_erased_raises_no_alarm()
    {
        Restore();
        Do("DELETE FROM personal WHERE seq % 3 = 1");

        Assert.Null(ChainWalk.Run(copy).First);
    }

    [Fact]
    public void A_log_that_was_written_anew_from_the_middle_with_right_hashes_is_found_by_the_head_that_was_written_down()
    {
        var other = head with { Hash = new string('a', 64) };

        Assert.Equal((head.Seq, "anchor"), (ChainWalk.Run(house.Address, other).First!.Seq, ChainWalk.Run(house.Address, other).First!.Code));
    }

    [Theory]
    [InlineData("UPDATE log SET body = body || x'20' WHERE seq = 7", 7, "content")]
    [InlineData("UPDATE personal SET text = text || ' ' WHERE seq = (SELECT min(seq) FROM personal WHERE seq > 0)", null, "personal")]
    [InlineData("UPDATE log SET at = at + 1 WHERE seq = 1", 1, "content")]
    [InlineData("DELETE FROM log WHERE seq = 3", 3, "missing")]
    [InlineData("UPDATE log SET seq = -1 WHERE seq = 3", -1, "missing")]
    [InlineData("DELETE FROM log", 1, "cut")]
    public void The_first_event_that_is_wrong_is_named(string forgery, int? seq, string code)
    {
        Restore();
        Do(forgery);

        var first = ChainWalk.Run(copy).First!;

        Assert.Equal(code, first.Code);
        Assert.True(seq is null || seq == first.Seq, first.ToString());
    }

    [Fact]
    public void Every_random_edit_deletion_swap_and_cut_is_found()
    {
        var random = new Random(seed);
        for (var done = 0; done < Wanted; done++)
        {
            var forgery = Forge(random);
            var state = ChainWalk.Run(copy);
            Assert.True(!state.Ok, $"seed {seed}, {done}: not found: {forgery}");
        }

        say.WriteLine($"{Wanted} of {Wanted} forgeries found, seed {seed}");
    }

    [ChainCheckFact]
    public async Task The_outside_checker_finds_every_one_of_them_too()
    {
        var random = new Random(seed);
        Restore();
        var (intact, heard) = await OutsideAsync();
        Assert.True(intact == 0, heard);
        var wanted = Math.Max(20, Wanted / 3 * (Wanted > 100 ? 3 : 1));
        for (var done = 0; done < wanted; done++)
        {
            var forgery = Forge(random);
            var (code, said) = await OutsideAsync();
            Assert.True(code is 1 or 3, $"seed {seed}, {done}: not found: {forgery} {said}");
        }

        say.WriteLine($"{wanted} of {wanted} forgeries found from outside, seed {seed}");
    }

    [Fact]
    public void The_command_says_how_many_decisions_come_out_the_same()
    {
        using var said = new StringWriter();

        var code = VerifyCommand.Run(["--store", $"sqlite:{house.Address.File}"], said);

        var count = Recount.Of(house.Log);
        Assert.True(code == 0, $"seed {seed}: {said}");
        Assert.True(count.Decisions > 0, $"seed {seed}");
        Assert.Equal(house.Events().Count(e => e.Event is LeadEvent.Offered or LeadEvent.Taken { Way: TakeWay.Pushed } or LeadEvent.Taken { Receipt.PhotoFinishMs: not null }), count.Decisions);
        Assert.Contains($"{count.Decisions} of {count.Decisions} decisions recompute to the same winner", said.ToString(), StringComparison.Ordinal);
        Assert.Contains(head.Hash, said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_ends_with_1_for_a_broken_log_and_with_2_for_none()
    {
        Restore();
        Do("UPDATE log SET actor = 'desk' WHERE seq = (SELECT max(seq) FROM log WHERE actor <> 'desk')");
        using var said = new StringWriter();

        Assert.Equal(1, VerifyCommand.Run([$"--store=sqlite:{copy.File}"], said));
        Assert.Contains("chain: broken at event", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, VerifyCommand.Run(["--store", $"sqlite:{copy.File}.none"], said));
        Assert.Equal(2, VerifyCommand.Run(["--stores"], said));
    }

    private Task<(int Code, string Said)> OutsideAsync() => ChainCheck.RunAsync("--db", copy.File, "--sql", Columns, "--head", head.Hash);

    /// <summary>Lays one forgery on a fresh copy of the log and says which.</summary>
    private string Forge(Random random)
    {
        Restore();
        while (true)
        {
            var (one, two) = (random.NextInt64(1, head.Seq + 1), random.NextInt64(1, head.Seq + 1));
            var column = Texts[random.Next(Texts.Length)];
            var forgery = random.Next(8) switch
            {
                0 => $"UPDATE log SET {column} = 'mallory' WHERE seq = {one}",
                1 => $"UPDATE log SET {column} = (SELECT {column} FROM log WHERE seq = {two}) WHERE seq = {one} AND {column} IS NOT (SELECT {column} FROM log WHERE seq = {two})",
                2 => $"UPDATE log SET at = at + {random.Next(1, 100)} WHERE seq = {one}",
                3 => $"UPDATE log SET version = coalesce(version, 0) + 1 WHERE seq = {one}",
                4 => $"DELETE FROM log WHERE seq = {one}",
                5 => $"DELETE FROM log WHERE seq >= {one}",
                6 when one != two => $"UPDATE log SET seq = -7 WHERE seq = {one}; UPDATE log SET seq = {one} WHERE seq = {two}; UPDATE log SET seq = {two} WHERE seq = -7",
                7 => $"CREATE TEMP TABLE more AS SELECT * FROM log WHERE seq = {head.Seq}; UPDATE more SET seq = seq + 1, prev = hash; INSERT INTO log SELECT * FROM more",
                _ => "",
            };
            if (forgery.Length > 0 && Do(forgery) > 0)
            {
                return forgery;
            }
        }
    }

    private void Restore()
    {
        foreach (var left in new[] { copy.WalFile, copy.File + "-shm" })
        {
            File.Delete(left);
        }

        File.Copy(Whole, copy.File, overwrite: true);
    }

    private int Do(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={copy.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a test's own texts
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }
}
