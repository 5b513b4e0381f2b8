using LeadDesk.App.Live;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Live;

/// <summary>Only those are woken whose picture has changed.</summary>
public sealed class LiveBoardTests
{
    private const string Board = """{ "key": "board", "name": "Board", "method": "cherryPick", "rings": [ { "skill": "watches", "level": 1, "forSeconds": 3600 } ], "fallback": "managers", "firstAttemptMinutes": 600 }""";

    private static readonly RepId Kim = new(1);
    private static readonly RepId Dana = new(5);
    private static readonly RepId Max = new(8);

    [Fact]
    public async Task A_lead_that_stands_on_the_board_of_others_wakes_nobody_else()
    {
        await using var host = await OpenAsync();
        var board = host.Services.GetRequiredService<LiveBoard>();
        using var kim = board.Watch(Kim, wholeFloor: false);
        using var max = board.Watch(Max, wholeFloor: false);
        using var floor = board.Watch(Dana, wholeFloor: true);
        var lead = await host.LeadAsync("watch");

        Assert.NotEmpty(await max.NextAsync(CancellationToken.None));
        Assert.NotEmpty(await floor.NextAsync(CancellationToken.None));
        (await host.As("max").PostAsync($"leads/{lead}/claim")).Is(200);
        Assert.NotEmpty(await max.NextAsync(CancellationToken.None));
        Assert.NotEmpty(await floor.NextAsync(CancellationToken.None));
        Assert.False(kim.NextAsync(CancellationToken.None).AsTask().IsCompleted);
    }

    [Fact]
    public async Task What_an_owner_does_with_a_lead_from_the_board_is_no_news_for_the_board()
    {
        await using var host = await OpenAsync();
        var board = host.Services.GetRequiredService<LiveBoard>();
        var lead = await host.LeadAsync("watch");
        (await host.As("max").PostAsync($"leads/{lead}/claim")).Is(200);
        await host.ComeAsync("lee");
        using var colleague = board.Watch(new RepId(9), wholeFloor: false);
        using var floor = board.Watch(Dana, wholeFloor: true);
        (await host.As("max").PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "noAnswer" })).Is(200);

        Assert.NotEmpty(await floor.NextAsync(CancellationToken.None));
        Assert.False(colleague.NextAsync(CancellationToken.None).AsTask().IsCompleted);
    }

    private static async Task<DeskHost> OpenAsync()
    {
        const string Skill = """, "skills": { "watches": 2 }""";
        var host = new DeskHost(Floors.With(Board, more: $"{Floors.Person("max", "rep", more: Skill)}, {Floors.Person("ben", "rep", more: Skill)}"));
        await host.ComeAsync("kim", "max", "ben");
        return host;
    }
}
