using System.Globalization;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Photo finish over HTTP: answers wait for the end of the window, the desk does not.</summary>
public sealed class PhotoFinishTests
{
    private const int Many = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(750);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Lanes = Floors.OneOfEach + """
        , { "key": "finish", "name": "Finish", "when": { "product": ["finish"] }, "method": "sharkTank", "photoFinishMs": 750, "rings": [ { "forSeconds": 3600 } ], "fallback": "managers", "firstAttemptMinutes": 600 }
        """;

    private static readonly string[] Two = ["kim", "lee"];

    private static string[] Names { get; } = [.. Enumerable.Range(0, Many).Select(i => string.Create(CultureInfo.InvariantCulture, $"rep{i}"))];

    [Fact]
    public async Task Of_fifty_presses_one_wins_forty_nine_are_told_and_the_ledger_has_one_entry()
    {
        await using var host = new DeskHost(Floors.With(Lanes, more: string.Join(", ", Names.Select(n => Floors.Person(n, "rep")))), new HandClock(Start));
        await Task.WhenAll(Names.Select(n => host.ComeAsync(n)));
        var lead = await host.LeadAsync("finish");
        var claims = Names.Select(n => host.As(n).PostAsync($"leads/{lead}/claim")).ToList();
        await host.UntilAsync(f => Presses(f, lead) == Many);

        // Nobody has an answer, and the desk goes on.
        Assert.DoesNotContain(claims, c => c.IsCompleted);
        await host.ComeAsync("kim");
        (await host.As("rep0").GetAsync("desk")).Is(200);
        host.Clock!.Advance(Window + TimeSpan.FromMilliseconds(1));
        var told = await Task.WhenAll(claims);

        var winner = Assert.Single(told, t => t.Code == 200);
        Assert.Equal("Pat Doe", winner["contact"].GetProperty("name").GetString());
        foreach (var loser in told.Where(t => t.Code != 200))
        {
            loser.Refused(409, "already-taken");
            Assert.Equal(winner["ownerId"].GetString(), loser["byId"].GetString());
            Assert.Equal(winner["ownerName"].GetString(), loser["byName"].GetString());
            Assert.Equal(winner["ownedAt"].GetString(), loser["at"].GetString());
            Assert.Equal(0, loser["marginMs"].GetInt64());
        }

        var ledger = (await Moving(host, host.As("dana").GetAsync("ledger?lane=finish"))).Is(200);
        var entry = Assert.Single(ledger["entries"].EnumerateArray());
        Assert.Equal(Many, entry.GetProperty("shares").GetArrayLength());
        Assert.Equal(winner["ownerId"].GetString(), entry.GetProperty("receivedBy").GetString());
        var receipt = (await Moving(host, host.As("dana").GetAsync($"leads/{lead}/receipt"))).Is(200);
        Assert.Equal(Many, receipt["eligible"].GetArrayLength());
        Assert.Contains("750 ms", receipt["sentence"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_balance_beats_the_first_press_and_the_margin_says_by_how_much()
    {
        await using var host = new DeskHost(Floors.With(Lanes), new HandClock(Start));
        await host.ComeAsync("kim", "lee");
        var before = await host.LeadAsync("finish");
        (await Settled(host, before, "kim")).Single().Is(200);

        // Kim shared alone and is even; now both press, and whoever loses the toss is owed for the next.
        var second = await host.LeadAsync("finish");
        var told = await Settled(host, second, "kim", "lee");
        var owed = told[0].Code == 200 ? "lee" : "kim";
        var other = owed == "lee" ? "kim" : "lee";
        var third = await host.LeadAsync("finish");

        told = await Settled(host, third, other, owed);

        told[1].Is(200);
        told[0].Refused(409, "already-taken");
        Assert.True(told[0]["marginMs"].GetInt64() < 0);
        var again = (await host.As(other).PostAsync($"leads/{third}/claim")).Refused(409, "already-taken");
        Assert.Equal(told[0]["marginMs"].GetInt64(), again["marginMs"].GetInt64());
    }

    [Fact]
    public async Task A_press_outlives_its_connection_and_a_retry_with_its_key_is_answered_with_it()
    {
        await using var host = new DeskHost(Floors.With(Lanes), new HandClock(Start));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("finish");
        using var http = new HttpClient { BaseAddress = new Uri(host.Url) };
        using var hangUp = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/leads/{lead}/claim");
        request.Headers.Authorization = new("Bearer", Floors.TokenOf("kim"));
        request.Headers.Add("Idempotency-Key", "one");
        var lost = http.SendAsync(request, hangUp.Token);
        await host.UntilAsync(f => Presses(f, lead) == 1);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);
        var waits = host.As("kim").PostAsync($"leads/{lead}/claim", key: "one");

        await host.PassAsync(Window + TimeSpan.FromMilliseconds(1), f => f.Find(Id(lead))!.Owner is not null);
        (await waits).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/release")).Is(200);
        var replayed = (await host.As("kim").PostAsync($"leads/{lead}/claim", key: "one")).Is(200);

        Assert.True(replayed.Replayed);
        Assert.Equal(1, host.Events.ReadFrom(0, int.MaxValue).Count(e => EventCodec.Read(e).Event is LeadEvent.Pressed));
    }

    [Fact]
    public async Task Open_presses_are_settled_when_the_desk_starts_again()
    {
        var host = new DeskHost(Floors.With(Lanes), new HandClock(Start));
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("finish");
        var claims = Two.Select(n => host.As(n).PostAsync($"leads/{lead}/claim", key: n)).ToList();
        await host.UntilAsync(f => Presses(f, lead) == 2);

        host = await host.AgainAsync();
        await using var again = host;
        foreach (var claim in claims)
        {
            // Whoever still has a connection is told that the claim stands.
            if (await Task.WhenAny(claim) is { IsCompletedSuccessfully: true } told)
            {
                Assert.Equal(503, (await told).Code);
            }
        }

        await host.PassAsync(Window + TimeSpan.FromMilliseconds(1), f => f.Find(Id(lead))!.Owner is not null);
        var answers = await Task.WhenAll(Two.Select(n => host.As(n).PostAsync($"leads/{lead}/claim", key: n)));
        Assert.Single(answers, a => a.Code == 200);
        Assert.Single(answers, a => a.Code == 409);
        var ledger = (await Moving(host, host.As("dana").GetAsync("ledger?lane=finish"))).Is(200);
        Assert.Equal(2, Assert.Single(ledger["entries"].EnumerateArray()).GetProperty("shares").GetArrayLength());
    }

    [Fact]
    public async Task A_press_that_was_overtaken_by_a_stop_is_settled_before_anybody_comes_in()
    {
        var host = new DeskHost(Floors.With(Lanes), new HandClock(Start));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("finish");
        var claim = host.As("kim").PostAsync($"leads/{lead}/claim");
        await host.UntilAsync(f => Presses(f, lead) == 1);
        var clock = host.Clock!;

        host = await host.AgainAsync(() => clock.Advance(TimeSpan.FromHours(1)));
        await using var again = host;

        Assert.NotNull(host.Lead(lead).Owner);
        await Task.WhenAny(claim);
    }

    private static LeadId Id(string lead) => new(Guid.Parse(lead));

    private static int Presses(SalesFloor floor, string lead) => floor.Find(Id(lead))?.Finish?.Presses.Length ?? 0;

    /// <summary>Ledgers and receipts come from rows, which are written as time passes.</summary>
    private static async Task<Told> Moving(DeskHost host, Task<Told> call)
    {
        await host.MoveUntilAsync(call);
        return await call;
    }

    /// <summary>They press one after another, 100 ms apart, and are all answered.</summary>
    private static async Task<Told[]> Settled(DeskHost host, string lead, params string[] people)
    {
        var claims = new List<Task<Told>>();
        foreach (var person in people)
        {
            claims.Add(host.As(person).PostAsync($"leads/{lead}/claim"));
            await host.UntilAsync(f => Presses(f, lead) == claims.Count);
            host.Clock!.Advance(TimeSpan.FromMilliseconds(100));
        }

        host.Clock!.Advance(Window);
        return await Task.WhenAll(claims);
    }
}
