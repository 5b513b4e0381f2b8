using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>The one writer: what it promises to those who ask and to those who come after it.</summary>
public sealed class DeskLoopTests : IAsyncLifetime
{
    private static readonly RepId Kim = new(1);
    private static readonly RepId Lou = new(2);
    private House house = null!;

    private static Actor ByKim => Actor.Person(Kim, "api");

    private static Actor ByLou => Actor.Person(Lou, "api");

    public async Task InitializeAsync()
    {
        house = await House.OpenAsync(Floors.Still("cherryPick"), Floors.Rep, Floors.Rep, Floors.Manager);
        await house.AvailableAsync(Kim);
        await house.AvailableAsync(Lou);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_command_that_throws_is_refused_alone()
    {
        var lead = await house.ReceiveAsync();
        var before = house.Floor.Seq;

        var answers = await Gate.TogetherAsync(house.Loop,
            House.Receiving(email: "b@example.com"),
            new Breaks(ByKim, new LeadEvent.Noted(lead)),
            new Claim(ByLou, lead));

        Assert.Equal([true, false, true], answers.Select(a => a.IsDone));
        Assert.True(answers[1].Broke);
        Assert.Equal(Lou, house.Floor.Find(lead)!.Owner);
        Assert.DoesNotContain(house.Events(), e => e.Event is LeadEvent.Noted);
        Assert.Equal(house.Floor.Seq, house.Log.HeadSeq);
        Assert.True(before < house.Floor.Seq);
    }

    [Fact]
    public async Task An_event_that_cannot_be_written_down_is_refused_alone()
    {
        var lead = await house.ReceiveAsync();

        var answers = await Gate.TogetherAsync(house.Loop,
            new Claim(ByLou, lead),
            House.Receiving(source: "wéb", external: "1"),
            House.Receiving(email: "c@example.com"));

        Assert.Equal([true, false, true], answers.Select(a => a.IsDone));
        Assert.True(answers[1].Broke);
        Assert.Equal(Lou, house.Floor.Find(lead)!.Owner);
        Assert.Null(house.Log.FindSeen("wéb", "1"));
    }

    [Fact]
    public async Task What_a_broken_command_marked_is_not_learnt_by_its_neighbours()
    {
        var answers = await Gate.TogetherAsync(house.Loop,
            House.Receiving(source: "wéb", external: "1"),
            House.Receiving(source: "wéb", external: "1"));

        Assert.All(answers, a => Assert.True(a.Broke));
    }

    [Fact]
    public async Task A_refusal_costs_no_row()
    {
        var lead = await house.ReceiveAsync();
        await house.Loop.SendAsync(new Claim(ByKim, lead));
        var head = house.Log.HeadSeq;

        var refused = await Gate.TogetherAsync(house.Loop, new Claim(ByLou, lead), new Release(ByLou, lead, "mine"), new Claim(ByLou, new LeadId(Guid.NewGuid())), new Claim(ByKim, lead));

        Assert.Equal([RefusalCode.AlreadyTaken, RefusalCode.Unknown, RefusalCode.Unknown, null], refused.Select(a => a.Refusal?.Code));
        Assert.Equal(Kim, refused[0].Refusal!.By);
        Assert.Equal((head, head), (house.Log.HeadSeq, house.Floor.Seq));
    }

    [Fact]
    public async Task An_answer_comes_only_when_every_read_sees_it()
    {
        var heard = new List<(long Seq, long Committed, long Disk)>();
        house.Loop.Listen(c =>
        {
            lock (heard)
            {
                heard.Add((c.After.Seq, house.Floor.Seq, house.Log.HeadSeq));
            }
        });
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            var answer = await house.Loop.SendAsync(House.Receiving(email: $"{i}@example.com"));
            return (Answer: answer.Floor.Seq, Floor: house.Floor.Seq, Disk: house.Log.HeadSeq);
        }));

        // Listeners are told on the loop's own turn, after the callers: one more turn, and it is over.
        await house.TickAsync();
        Assert.All(answers, a => Assert.True(a.Answer <= a.Floor && a.Answer <= a.Disk, $"{a}"));
        Assert.All(heard, h => Assert.True(h.Seq <= h.Committed && h.Seq <= h.Disk, $"{h}"));
        Assert.Equal(house.Floor.Seq, heard[^1].Seq);
    }

    [Fact]
    public async Task A_listener_that_throws_stops_nobody()
    {
        var heard = 0;
        house.Loop.Listen(_ => throw new InvalidOperationException("a screen broke"));
        house.Loop.Listen(_ => Interlocked.Increment(ref heard));

        await house.ReceiveAsync(email: "a@example.com");
        await house.ReceiveAsync(email: "b@example.com");

        Assert.True(heard > 0);
    }

    [Fact]
    public async Task A_batch_that_somebody_overtook_is_decided_again_and_both_stories_live_on()
    {
        var turn = new WriteTurn();
        using var log = new EventLog(house.Address, turn);
        var floor = new CommittedFloor();
        using var other = new DeskLoop(log, floor, new DeskClock(house.Clock), Patience.Usual, NullLogger<DeskLoop>.Instance);
        other.Begin(SalesFloor.Empty, new ContactKey(await house.Get<Records>().ContactKeyAsync()));
        await other.StartAsync(CancellationToken.None);
        var lead = await house.ReceiveAsync();

        // Each claim is decided on a floor that is behind, overtaken, and decided again on what the other wrote.
        other.CatchUp();
        await house.ReceiveAsync(email: "later@example.com");
        var theirs = await other.SendAsync(new Claim(ByLou, lead));
        var ours = await house.Loop.SendAsync(new Claim(ByKim, lead));
        var both = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? other : house.Loop).SendAsync(House.Receiving(email: $"{i}@example.com"))));
        house.Loop.CatchUp();
        other.CatchUp();
        await other.StopAsync(CancellationToken.None);

        Assert.True(theirs.IsDone);
        Assert.Equal((RefusalCode.AlreadyTaken, Lou), (ours.Refusal?.Code, ours.Refusal?.By));
        Assert.All(both, a => Assert.True(a.IsDone));
        Assert.All(both, a => Assert.NotNull(house.Floor.Find(a.Lead!.Value)));
        Assert.Equal(Dump.Of(house.Floor), Dump.Of(floor.Now));
        Assert.Equal(Dump.Of(house.Floor), Dump.Of(Floors.Folded(house.Events())));
        Assert.Equal([$"{house.Floor.Seq}"], house.Ask("SELECT count(*) FROM log"));
    }

    [Fact]
    public async Task A_store_in_trouble_is_told_in_words_and_reads_go_on_until_it_heals()
    {
        var lead = await house.ReceiveAsync();
        await using (var foreign = await LockAsync())
        {
            var answers = await Gate.TogetherAsync(house.Loop, new Claim(ByKim, lead), new Claim(ByLou, lead));

            Assert.All(answers, a => Assert.Equal(new Unwritten(Standstill.Locked, "The desk cannot write right now: Another program has locked the store's file. Nothing was changed; try again in a moment."), a.Unavailable));
            Assert.NotNull(house.Loop.Trouble);
            Assert.Null(house.Floor.Find(lead)!.Owner);
            Assert.NotEmpty(house.Log.ReadFrom(0, 5));
            await house.TickAsync();
            Assert.NotNull(house.Loop.Trouble);
        }

        // Nobody writes: a tick alone finds out that it is well again.
        var head = house.Log.HeadSeq;
        await house.TickAsync();
        Assert.Null(house.Loop.Trouble);
        Assert.Equal(head, house.Log.HeadSeq);
        Assert.True((await house.Loop.SendAsync(new Claim(ByLou, lead))).IsDone);
    }

    [Fact]
    public async Task Whoever_waits_nearly_a_second_for_the_disk_is_told_so_and_nothing_of_it_happens_later()
    {
        var lead = await house.ReceiveAsync();
        var head = house.Log.HeadSeq;
        Task<Answer> first;
        using (house.Get<WriteTurn>().Take())
        {
            first = house.Loop.SendAsync(new Claim(ByKim, lead));
            var behind = new List<Task<Answer>>();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!first.IsCompleted)
            {
                limit.Token.ThrowIfCancellationRequested();
                house.Clock.Advance(TimeSpan.FromMilliseconds(50));
                behind.Add(house.Loop.SendAsync(House.Receiving(email: $"{behind.Count}@example.com")));
                await Task.Yield();
            }

            Assert.Equal(new Unwritten(Standstill.Silent, "The desk cannot write right now: the disk does not answer. Nothing was changed; try again in a moment."), (await first).Unavailable);
            Assert.NotNull(house.Loop.Trouble);
        }

        // The turn comes after all; what was called off stays so.
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await house.TickAsync()).IsDone);
        await house.TickAsync();
        Assert.Null(house.Loop.Trouble);
        Assert.Null(house.Floor.Find(lead)!.Owner);
        Assert.Equal(house.Log.HeadSeq, house.Floor.Seq);
        Assert.True((await house.Loop.SendAsync(new Claim(ByLou, lead))).IsDone);
        Assert.True(head < house.Log.HeadSeq);
    }

    [Fact]
    public async Task What_an_uncertain_commit_left_in_the_log_is_folded_in_when_the_store_is_well_again()
    {
        var lead = await house.ReceiveAsync();
        var turn = new WriteTurn();
        using (var log = new EventLog(house.Address, turn))
        {
            await using (var foreign = await LockAsync())
            {
                Assert.NotNull((await house.Loop.SendAsync(new Claim(ByKim, lead))).Unavailable);
            }

            // As if the commit had reached the file after all.
            var stamped = new Stamped(house.Floor.Seq + 1, house.Floor.At, ByKim, new LeadEvent.Noted(lead), null, null);
            Assert.Equal(Appended.Committed, log.Append(new Batch([Floors.Line(house.Floor, stamped)], [], [])));
        }

        await house.TickAsync();

        Assert.Equal(house.Log.HeadSeq, house.Floor.Seq);
        Assert.Equal(house.Floor.Seq, house.Floor.Find(lead)!.LastSeq);
    }

    [Fact]
    public async Task A_desk_that_has_stopped_says_so()
    {
        await house.Loop.StopAsync(CancellationToken.None);

        var late = await house.Loop.SendAsync(House.Receiving());

        Assert.Equal(new Unwritten(Standstill.Stopping, "The server is stopping. Nothing was changed; try again in a moment."), late.Unavailable);
    }

    [Fact]
    public async Task A_key_answers_again_over_a_restart_and_is_forgotten_after_a_day()
    {
        var key = new RetryKey("kim|claim|1", "body");
        var lead = await house.ReceiveAsync();
        var first = await house.Loop.SendAsync(new Claim(ByKim, lead) { Retry = key });
        await house.Loop.SendAsync(new Release(ByKim, lead, null));
        await house.ReopenAsync();

        var again = await house.Loop.SendAsync(new Claim(ByKim, lead) { Retry = key });
        Assert.True(again.Replayed);
        Assert.Equal((first.Lead, first.Version, first.Decided.Status), (again.Lead, again.Version, again.Decided.Status));
        Assert.True((await house.Loop.SendAsync(new Claim(ByKim, lead) { Retry = key with { Body = "other" } })).KeyReused);
        Assert.Null(house.Floor.Find(lead)!.Owner);

        house.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));
        await house.ReceiveAsync(email: "b@example.com");
        var late = await house.Loop.SendAsync(new Claim(ByLou, lead) { Retry = key });
        Assert.False(late.Replayed);
        Assert.Equal(Lou, house.Floor.Find(lead)!.Owner);
    }

    [Fact]
    public async Task Twins_with_one_key_in_one_batch_are_one_lead()
    {
        var key = new RetryKey("web|leads|1", "body");

        var twins = await Gate.TogetherAsync(house.Loop, House.Receiving() with { Retry = key }, House.Receiving() with { Retry = key });

        Assert.Equal([false, true], twins.Select(t => t.Replayed));
        Assert.Equal(twins[0].Lead, twins[1].Lead);
        Assert.Single(house.Floor.Leads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(24)]
    [InlineData(-24)]
    public async Task Log_times_never_decrease_and_no_deadline_fires_when_the_wall_clock_jumps(int hours)
    {
        var lead = await house.ReceiveAsync();
        await house.Loop.SendAsync(new Claim(ByKim, lead));
        house.Clock.Jump(TimeSpan.FromHours(hours));
        for (var i = 0; i < 30; i++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await house.TickAsync();
            await house.ReceiveAsync(email: $"{i}@example.com");
        }

        var times = house.Events().Select(e => e.At).ToList();
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[^1], House.Start.AddSeconds(26), House.Start.AddSeconds(34));
        Assert.Null(house.Floor.Find(lead)!.LateAt);
        Assert.True(house.Get<DeskClock>().IsOff);
    }

    [Fact]
    public async Task Log_times_do_not_decrease_over_a_restart_on_a_machine_that_was_set_back()
    {
        await house.CloseAsync();
        house.Clock.Jump(TimeSpan.FromDays(-1));
        await house.OpenAsync();
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        await house.ReceiveAsync();

        var times = house.Events().Select(e => e.At).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Equal(House.Start.AddSeconds(5), times[^1]);
    }

    [Fact]
    public async Task A_second_server_on_the_same_store_is_refused_in_one_line()
    {
        await using var second = House.Build(house.Address, house.Clock);

        var trouble = await second.GetRequiredService<App.Opening>().OpenAsync();

        Assert.StartsWith("Another server is using the store", trouble, StringComparison.Ordinal);
        Assert.Single(trouble!.Split('\n'));
    }

    /// <summary>Somebody else's transaction holds the file until it is disposed.</summary>
    private async Task<SqliteConnection> LockAsync()
    {
        var foreign = new SqliteConnection($"Data Source={house.Address.File};Pooling=False");
        await foreign.OpenAsync();
        await using var begin = foreign.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return foreign;
    }
}
