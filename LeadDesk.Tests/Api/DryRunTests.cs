using System.Text.Json;
using LeadDesk.App.Rules;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Make;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The last leads run through a draft over HTTP, while the floor stays as it is.</summary>
public sealed class DryRunTests(DryRunDesk desk) : IClassFixture<DryRunDesk>
{
    private readonly DeskHost host = desk.Host;

    [Fact]
    public async Task A_draft_is_told_before_and_after_lane_by_lane_with_who_would_move()
    {
        var told = (await host.As("dana").PostAsync("lanes/dry-run", Body("""{ "lanes": [ { "key": "all", "name": "For all", "method": "blindPull" } ] }"""))).Is(200);

        Assert.Equal(DryRunDesk.Leads, told["leads"].GetInt32());
        Assert.False(told["enough"].GetBoolean());
        Assert.True(told["from"].GetDateTimeOffset() <= told["to"].GetDateTimeOffset());
        Assert.Equal(DryRunDesk.Leads, told["before"].GetProperty("leads").GetInt32());
        Assert.Equal(0, told["before"].GetProperty("unserved").GetInt32());
        Assert.InRange(told["before"].GetProperty("largestShare").GetDouble(), 0.5, 1);
        Assert.True(told["before"].GetProperty("largestShareName").GetString() is "kim" or "lee");

        var lanes = told["lanes"].EnumerateArray().ToDictionary(l => l.GetProperty("lane").GetString()!);
        Assert.Equal("For all", lanes["all"].GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, lanes["all"].GetProperty("before").ValueKind);
        Assert.Equal(DryRunDesk.Leads, lanes["all"].GetProperty("after").GetProperty("leads").GetInt32() + (lanes.TryGetValue("managers", out var held) && held.GetProperty("after") is { ValueKind: JsonValueKind.Object } after ? after.GetProperty("leads").GetInt32() : 0));
        Assert.Equal(JsonValueKind.Null, lanes["turn"].GetProperty("after").ValueKind);

        var moves = told["moves"].EnumerateArray().ToList();
        Assert.Equal(told["moved"].GetInt32(), moves.Count);
        Assert.NotEmpty(moves);
        Assert.All(moves, m =>
        {
            Assert.Equal("turn", m.GetProperty("product").GetString());
            Assert.NotEqual(m.GetProperty("fromId").GetGuid(), m.GetProperty("toId").GetGuid());
            Assert.True(m.GetProperty("laneBefore").GetString() is "turn" or "managers");
        });
        Assert.Contains($"Of {DryRunDesk.Leads} leads", told["sentence"].GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(told["caveat"].GetString()!);
    }

    [Fact]
    public async Task The_floor_is_never_touched()
    {
        var (rows, seq) = (await host.RowsAsync(), host.Floor.Seq);
        (await host.As("dana").PostAsync("lanes/dry-run", Body("""{ "lanes": [ { "key": "turn", "method": "push" } ] }"""))).Is(200);
        Assert.Equal(seq, host.Floor.Seq);
        Assert.Equal(rows, await host.RowsAsync());
        Assert.Equal("fairTurn", host.Floor.Plan.Find("turn")!.Lane.Method);
    }

    [Fact]
    public async Task What_is_read_and_sent_back_unchanged_moves_nobody()
    {
        var read = (await host.As("dana").GetAsync("lanes")).Is(200)["items"].GetRawText();
        var told = (await host.As("dana").PostAsync("lanes/dry-run", Body($$"""{ "lanes": {{read}}, "leads": 5, "seed": 7 }"""))).Is(200);
        Assert.Equal((5, 0), (told["leads"].GetInt32(), told["moved"].GetInt32()));
        Assert.True(told["enough"].GetBoolean());
        Assert.Equal(told["before"].GetRawText(), told["after"].GetRawText());
    }

    [Fact]
    public async Task Only_managers_ask_and_faults_name_their_field()
    {
        (await host.As("kim").PostAsync("lanes/dry-run", Body("""{ "lanes": [] }"""))).Is(403);
        (await host.As(null).PostAsync("lanes/dry-run", Body("""{ "lanes": [] }"""))).Is(401);
        var dana = host.As("dana");
        (await dana.PostAsync("lanes/dry-run", Body("{ }"))).Names("lanes");
        (await dana.PostAsync("lanes/dry-run", Body("""{ "lanes": [ { "key": "a", "method": "telepathy" } ] }"""))).Names("lanes[0].method");
        (await dana.PostAsync("lanes/dry-run", Body("""{ "lanes": [ { "key": "a", "method": "push" } ], "leads": 201 }"""))).Names("leads");
        (await dana.PostAsync("lanes/dry-run", Body("""{ "lanes": [ { "key": "a", "method": "push" } ], "leads": 0 }"""))).Names("leads");
        (await dana.PostAsync("lanes/dry-run", Body("""{ "lanes": [ { "key": "a", "method": "push" } ], "when": 1 }"""))).Names("when");
    }

    [Fact]
    public async Task A_run_tells_how_far_it_is_and_stops_when_asked()
    {
        var runs = host.Services.GetRequiredService<DryRuns>();
        var dana = host.Floor.People.First(p => p.Terms.Role == Role.Manager).Number;
        var draft = new FloorPlan { Lanes = [Lanes.Of("push")] };
        var progress = new Heard();
        Assert.NotNull(await runs.RunAsync(dana, new DryRunAsk(draft), progress));
        Assert.Equal(progress.All.Order(), progress.All);
        Assert.InRange(progress.All.Count, 4, 21);
        Assert.InRange(progress.All[^1], 51, 100);

        using var stop = new CancellationTokenSource();
        var stopping = new Heard { On = stop.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runs.RunAsync(dana, new DryRunAsk(draft), stopping, stop.Token));
        Assert.Single(stopping.All);

        // Whoever stops keeps nobody else from running.
        Assert.NotNull(await runs.RunAsync(dana, new DryRunAsk(draft, 3)));
        Assert.Null(await runs.RunAsync(host.Floor.People.First(p => p.Terms.Role == Role.Rep).Number, new DryRunAsk(draft)));
    }

    private static JsonElement Body(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private sealed class Heard : IProgress<int>
    {
        public List<int> All { get; } = [];

        public Action? On { get; init; }

        public void Report(int value)
        {
            All.Add(value);
            On?.Invoke();
        }
    }
}
