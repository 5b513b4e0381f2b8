using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>What the desk relies on when it appends, on a real file.</summary>
public sealed class EventLogTests : IAsyncLifetime
{
    private readonly TempStore store = new();

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [Fact]
    public void An_empty_log_stands_before_the_first_number()
    {
        using var log = store.Open();

        Assert.Equal(0, log.HeadSeq);
        Assert.Equal(new string('0', 64), log.HeadHash);
        Assert.Empty(log.ReadFrom(0, 10));
    }

    [Fact]
    public void What_was_committed_is_read_back_in_order()
    {
        using var log = store.Open();

        Assert.Equal(Appended.Committed, log.Append(Lines.Batch(1, 3)));
        Assert.Equal(Appended.Committed, log.Append(Lines.Batch(4, 2)));

        Assert.Equal(5, log.HeadSeq);
        var read = log.ReadFrom(0, 100).ToList();
        Assert.Equal([1, 2, 3, 4, 5], read.Select(e => e.Seq));
        Assert.Equal(("r1", "api", "note", 1_700_000_000_003L), (read[2].Actor, read[2].Via, read[2].Act, read[2].At));
        Assert.Equal("{\"n\":3}"u8.ToArray(), read[2].Body);
        Assert.Equal([3, 4], log.ReadFrom(2, 2).Select(e => e.Seq));
    }

    [Fact]
    public void A_gap_in_the_numbers_is_a_bug_and_leaves_nothing()
    {
        using var log = store.Open();

        Assert.Throws<ArgumentException>(() => log.Append(Lines.Batch(2, 1)));
        Assert.Throws<ArgumentException>(() => log.Append(Lines.Batch(Lines.Line(1), Lines.Line(3))));

        Assert.Equal(0, log.HeadSeq);
        Assert.Equal(["0"], store.Ask("SELECT count(*) FROM log"));
        Assert.Equal(Appended.Committed, log.Append(Lines.Batch(1, 1)));
    }

    [Theory]
    [InlineData("Zoë")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    [InlineData("\u007f")]
    public void Typed_text_in_a_code_column_is_a_bug_and_leaves_nothing(string code)
    {
        using var log = store.Open();

        Assert.Throws<ArgumentException>(() => log.Append(Lines.Batch(Lines.Line(1), Lines.Line(2) with { Reason = code })));

        Assert.Equal(["0"], store.Ask("SELECT count(*) FROM log"));
        Assert.Equal(Appended.Committed, log.Append(Lines.Batch(1, 1)));
    }

    [Fact]
    public void Whoever_writes_a_number_second_is_overtaken_and_leaves_nothing()
    {
        using var ours = store.Open();
        using var theirs = store.Open();
        Assert.Equal(Appended.Committed, theirs.Append(Lines.Batch(1, 1)));

        var batch = new Batch(
            [Lines.Line(1, "late", "text"), Lines.Line(2, "late")],
            [new SeenMark("web", "k", Lines.Lead(1), 1)],
            [new ContactMark(new byte[32], Lines.Lead(1), 3, 1)]);
        Assert.Equal(Appended.Overtaken, ours.Append(batch));

        Assert.Equal(["1|note"], store.Ask("SELECT seq, act FROM log"));
        Assert.Equal(["0|0|0"], store.Ask("SELECT (SELECT count(*) FROM personal), (SELECT count(*) FROM seen), (SELECT count(*) FROM contacts)"));
        Assert.Equal((theirs.HeadSeq, theirs.HeadHash), (ours.HeadSeq, ours.HeadHash));
    }

    [Fact]
    public void After_being_overtaken_the_next_number_goes_on_top_of_theirs()
    {
        using var ours = store.Open();
        using var theirs = store.Open();
        theirs.Append(Lines.Batch(1, 3));
        Assert.Equal(Appended.Overtaken, ours.Append(Lines.Batch(1, 1)));
        theirs.Append(Lines.Batch(4, 1));

        Assert.Equal(Appended.Overtaken, ours.Append(Lines.Batch(4, 1)));
        Assert.Equal(Appended.Committed, ours.Append(Lines.Batch(5, 1)));

        var chain = store.Ask("SELECT prev, hash FROM log ORDER BY seq").Select(r => r.Split('|')).ToList();
        Assert.Equal(5, chain.Count);
        Assert.All(chain.Zip(chain.Skip(1)), pair => Assert.Equal(pair.First[1], pair.Second[0]));
    }

    [Fact]
    public void What_others_wrote_and_the_caller_folded_in_is_no_gap()
    {
        using var ours = store.Open();
        using var theirs = store.Open();
        theirs.Append(Lines.Batch(1, 3));

        Assert.Equal(Appended.Committed, ours.Append(Lines.Batch(4, 1)));
    }

    [Fact]
    public void A_locked_file_fails_in_words_and_works_again_afterwards()
    {
        using var log = store.Open();
        log.Append(Lines.Batch(1, 1));
        using (var other = new SqliteConnection($"Data Source={store.Address.File};Pooling=False"))
        {
            other.Open();
            using var foreign = other.BeginTransaction();

            Assert.Equal(Appended.Failed, log.Append(Lines.Batch(2, 1)));
            Assert.Equal("Another program has locked the store's file.", log.LastError);
            Assert.Equal(1, log.HeadSeq);
            Assert.Single(log.ReadFrom(0, 10));
        }

        Assert.Equal(Appended.Committed, log.Append(Lines.Batch(2, 1)));
        Assert.Null(log.LastError);
    }

    [Fact]
    public void Whoever_does_not_get_the_turn_to_write_fails_in_words()
    {
        using var log = store.Open();
        using (store.Turn.Take())
        {
            Assert.Equal(Appended.Failed, log.Append(Lines.Batch(1, 1)));
            Assert.NotNull(log.LastError);
        }

        Assert.Equal(Appended.Committed, log.Append(Lines.Batch(1, 1)));
    }

    [Fact]
    public void A_read_only_file_fails_in_words_reads_go_on_and_writes_recover_without_a_restart()
    {
        using (var before = store.Open())
        {
            before.Append(Lines.Batch(1, 1));
        }

        SqliteConnection.ClearAllPools();
        WriteVersion(3);
        using var log = store.Open();

        Assert.Equal(Appended.Failed, log.Append(Lines.Batch(2, 1)));
        Assert.Equal(("The store's file is read only.", Standstill.ReadOnly), (log.LastError, log.LastWhy));
        Assert.Equal(1, log.HeadSeq);
        Assert.Single(log.ReadFrom(0, 10));
        Assert.Equal(Appended.Failed, log.Append(Lines.Batch(2, 1)));

        SqliteConnection.ClearAllPools();
        WriteVersion(2);
        Assert.Equal(Appended.Committed, log.Append(Lines.Batch(2, 1)));
        Assert.Equal(2, log.HeadSeq);
    }

    [Fact]
    public void A_reopened_log_continues_its_chain()
    {
        string hash;
        using (var log = store.Open())
        {
            log.Append(Lines.Batch(1, 2));
            hash = log.HeadHash;
        }

        using var again = store.Open();

        Assert.Equal((2L, hash), (again.HeadSeq, again.HeadHash));
        Assert.Equal(Appended.Committed, again.Append(Lines.Batch(3, 1)));
        Assert.Equal([hash], store.Ask("SELECT prev FROM log WHERE seq = 3"));
    }

    [Theory]
    [InlineData("Ada Lovelace")]
    [InlineData("Zoë 🐝 \u202e right to left")]
    [InlineData("before\0after")]
    [InlineData("")]
    [InlineData("'); DROP TABLE log; --")]
    public void Personal_text_comes_back_as_it_was(string text)
    {
        var lead = Lines.Lead(9);
        using var log = store.Open();
        log.Append(Lines.Batch(Lines.Line(1, text: text, lead: lead), Lines.Line(2)));

        var read = log.ReadFrom(0, 10).ToList();
        Assert.Equal(text, read[0].PersonalText);
        Assert.Null(read[1].PersonalText);
        Assert.Equal([(1L, "contact", text)], log.PersonalOf(lead));
        Assert.Empty(log.PersonalOf(Lines.Lead(8)));
        Assert.Equal(text, log.PersonalOf(lead, "contact"));
        Assert.Null(log.PersonalOf(lead, "note"));
    }

    [Fact]
    public void A_long_text_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Repeat("ü€🐝x", 6_000));
        using var log = store.Open();
        log.Append(Lines.Batch(Lines.Line(1, text: text)));

        Assert.Equal(text, log.ReadFrom(0, 1).Single().PersonalText);
    }

    [Fact]
    public async Task Erased_text_is_null_and_the_event_stays()
    {
        using var log = store.Open();
        log.Append(Lines.Batch(Lines.Line(1, text: "Ada", lead: Lines.Lead(1))));
        await using (var db = store.CreateDbContext())
        {
            db.Personal.RemoveRange(db.Personal.Where(p => p.Lead == Lines.Lead(1)));
            await db.SaveChangesAsync();
        }

        var read = log.ReadFrom(0, 10).Single();
        Assert.Null(read.PersonalText);
        Assert.Empty(log.PersonalOf(Lines.Lead(1)));
    }

    [Fact]
    public void Marks_are_found_after_a_restart()
    {
        byte[] hash = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        using (var log = store.Open())
        {
            log.Append(new Batch(
                [Lines.Line(1)],
                [new SeenMark("web", "ext-ü", Lines.Lead(1), 1)],
                [new ContactMark(hash, Lines.Lead(1), null, 5)]));
            log.Append(new Batch([Lines.Line(2)], [], [new ContactMark(hash, Lines.Lead(2), 7, 6)]));
        }

        using var again = store.Open();

        Assert.Equal(Lines.Lead(1), again.FindSeen("web", "ext-ü"));
        Assert.Null(again.FindSeen("mail", "ext-ü"));
        Assert.Null(again.FindSeen("web", "ext-u"));
        Assert.Equal((Lines.Lead(2), 7, 6L), (again.FindContact(hash)!.Lead, again.FindContact(hash)!.Owner, again.FindContact(hash)!.At));
        Assert.Null(again.FindContact(new byte[32]));
    }

    [Fact]
    public async Task Entity_framework_and_the_log_write_ids_alike()
    {
        using var log = store.Open();
        log.Append(new Batch([Lines.Line(1, text: "Ada", lead: Lines.Lead(5))], [new SeenMark("web", "k", Lines.Lead(5), 1)], []));
        await using var db = store.CreateDbContext();

        Assert.Equal("Ada", db.Personal.Single(p => p.Lead == Lines.Lead(5)).Text);
        Assert.Equal(1, db.Seen.Single(s => s.Lead == Lines.Lead(5)).Seq);
    }

    [Fact]
    public void Ten_thousand_lines_are_one_commit()
    {
        using var log = store.Open();

        Assert.Equal(Appended.Committed, log.Append(Lines.Batch(1, 10_000)));

        Assert.Equal(10_000, log.HeadSeq);
        Assert.Equal(["10000|1|10000"], store.Ask("SELECT count(*), min(seq), max(seq) FROM log"));
        Assert.Equal(Enumerable.Range(1, 10_000).Select(i => (long)i), log.ReadFrom(0, 20_000).Select(e => e.Seq));
    }

    /// <summary>Byte 18 of the file says who may write it; 3 makes SQLite treat the file as read only, for root too.</summary>
    private void WriteVersion(byte version)
    {
        using var file = new FileStream(store.Address.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = 18;
        file.WriteByte(version);
    }
}
