using System.Text.Json;
using LeadDesk.App.Store;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>The hash chain and the two views, seen from outside.</summary>
public sealed class ChainTests : IAsyncLifetime
{
    private const string Columns = "SELECT seq, at, actor, via, act, lead, before, after, version, reason, lane, receipt, pii, prev, hash FROM ";

    private readonly TempStore store = new();

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [Fact]
    public void The_owner_view_tells_the_newest_owner_of_each_lead()
    {
        Fill();

        var owners = store.Ask("SELECT lead, owner, version FROM v_lead_owner ORDER BY lead");

        Assert.Equal([$"{Lines.Lead(1)}|b|3", $"{Lines.Lead(2)}||2"], owners);
    }

    [Fact]
    public void The_log_view_is_the_log() =>
        Assert.Equal(FilledRows(Columns + "log ORDER BY seq"), store.Ask(Columns + "v_ownership_log"));

    [Fact]
    public void Every_event_is_a_row_with_its_commitments()
    {
        Fill();

        Assert.Equal(["1", "2", "3", "4", "5", "6"], store.Ask("SELECT seq FROM v_ownership_log"));
        Assert.Equal(["6|64"], store.Ask("SELECT seq, length(pii) FROM v_ownership_log WHERE pii IS NOT NULL"));
    }

    [ChainCheckFact]
    public async Task The_outside_checker_accepts_the_chain()
    {
        var head = Fill();

        var (code, said) = await CheckAsync("--head", head.Hash, "--pii", WritePersonal());

        Assert.True(code == 0, said);
        using var answer = JsonDocument.Parse(said);
        Assert.Equal((6, head.Hash), (answer.RootElement.GetProperty("rows").GetInt32(), answer.RootElement.GetProperty("head").GetString()));
    }

    [ChainCheckFact]
    public async Task The_outside_checker_accepts_every_printable_character()
    {
        var printable = new string([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);
        using (var log = store.Open())
        {
            log.Append(Lines.Batch(Lines.Line(1) with { Reason = printable, Actor = "", Version = long.MaxValue, At = 0 }));
        }

        var (code, said) = await CheckAsync();

        Assert.True(code == 0, said);
    }

    [ChainCheckFact]
    public async Task The_outside_checker_finds_every_kind_of_tampering()
    {
        var head = Fill();
        var personal = WritePersonal();
        string[] forgeries =
        [
            "UPDATE log SET actor = 'r2' WHERE seq = 3",
            "UPDATE log SET at = at + 1 WHERE seq = 1",
            "UPDATE log SET version = NULL WHERE seq = 3",
            "UPDATE log SET after = 'mallory' WHERE seq = 2",
            "UPDATE log SET receipt = replace(receipt, substr(receipt, 1, 1), 'x') WHERE seq = 4",
            "UPDATE log SET pii = NULL WHERE seq = 6",
            "DELETE FROM log WHERE seq = 2",
            "DELETE FROM log WHERE seq = 6",
            "UPDATE log SET seq = 7 WHERE seq = 6",
        ];
        foreach (var forgery in forgeries)
        {
            store.Ask("DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT * FROM log");
            store.Ask(forgery);
            var (code, _) = await CheckAsync("--head", head.Hash, "--pii", personal);
            store.Ask("DELETE FROM log; INSERT INTO log SELECT * FROM kept");
            Assert.True(code == 1, $"not found: {forgery}");
        }

        Assert.Equal(0, (await CheckAsync("--head", head.Hash, "--pii", personal)).Code);
    }

    private IReadOnlyList<string> FilledRows(string sql)
    {
        Fill();
        return store.Ask(sql);
    }

    private LogHead Fill()
    {
        using var log = store.Open();
        log.Append(Lines.Batch(
            Lines.Move(1, Lines.Lead(1), null, "a", 1),
            Lines.Move(2, Lines.Lead(2), null, "a", 1),
            Lines.Move(3, Lines.Lead(1), "a", null, 2)));
        log.Append(Lines.Batch(
            Lines.Move(4, Lines.Lead(1), null, "b", 3),
            Lines.Move(5, Lines.Lead(2), "a", null, 2),
            Lines.Line(6, "setUp", "Zoë 🐝")));
        return log.Head;
    }

    private string WritePersonal()
    {
        var file = Path.Combine(store.Address.Folder, "pii.jsonl");
        var rows = store.Ask("SELECT seq, hex(salt), text FROM personal").Select(r => r.Split('|'));
        File.WriteAllLines(file, rows.Select(r => $$"""{"seq":{{r[0]}},"salt":"{{r[1]}}","text":{{JsonSerializer.Serialize(r[2])}}}"""));
        return file;
    }

    private Task<(int Code, string Said)> CheckAsync(params string[] more) =>
        ChainCheck.RunAsync(["--db", store.Address.File, "--sql", Columns + "v_ownership_log", .. more]);
}
