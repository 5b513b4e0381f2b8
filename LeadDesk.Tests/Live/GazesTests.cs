using LeadDesk.App.Live;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Live;

/// <summary>Who has a lead open is true while the page is there and its line is up, and no longer.</summary>
public sealed class GazesTests
{
    private static readonly RepId Kim = new(1);
    private static readonly RepId Lou = new(2);
    private static readonly RepId Mo = new(3);
    private static readonly LeadId Lead = new(Guid.Parse("00000000-0000-0000-0000-00000000000a"));

    [Fact]
    public async Task Two_pages_of_one_person_are_one_pair_of_eyes_and_whoever_writes_on_one_of_them_writes()
    {
        await using var host = new DeskHost(Floors.With());
        var gazes = host.Services.GetRequiredService<Gazes>();
        using var first = gazes.Open(Kim);
        using var second = gazes.Open(Kim);
        first.At(Lead);
        second.At(Lead, writing: true);

        Assert.Equal(new Looker(Kim, Lead, Writing: true), Assert.Single(gazes.Others(Lou)));
        Assert.Empty(gazes.Others(Kim));
        second.At(null);
        Assert.Equal(new Looker(Kim, Lead, Writing: false), Assert.Single(gazes.Others(Lou)));
    }

    [Fact]
    public async Task A_page_without_a_line_looks_at_nothing_and_a_page_that_was_left_never_looks_again()
    {
        await using var host = new DeskHost(Floors.With());
        var gazes = host.Services.GetRequiredService<Gazes>();
        var gaze = gazes.Open(Kim);
        gaze.At(Lead);
        gaze.Line(up: false);
        Assert.Empty(gazes.Others(Lou));
        gaze.Line(up: true);
        Assert.Single(gazes.Others(Lou));
        gaze.Dispose();
        gaze.At(Lead);
        Assert.Empty(gazes.Others(Lou));
    }

    [Fact]
    public async Task Those_who_look_at_the_same_lead_and_at_the_whole_floor_are_woken_and_nobody_else()
    {
        await using var host = new DeskHost(Floors.With());
        var gazes = host.Services.GetRequiredService<Gazes>();
        var board = host.Services.GetRequiredService<LiveBoard>();
        using var floor = board.Watch(Mo, wholeFloor: true);
        using var beside = board.Watch(Lou, wholeFloor: false);
        using var other = board.Watch(new RepId(4), wholeFloor: false);
        using var lou = gazes.Open(Lou);
        lou.At(Lead);
        Assert.Empty(await floor.NextAsync(CancellationToken.None));
        Assert.Empty(await beside.NextAsync(CancellationToken.None));
        using var kim = gazes.Open(Kim);
        kim.At(Lead);

        Assert.Empty(await floor.NextAsync(CancellationToken.None));
        Assert.Empty(await beside.NextAsync(CancellationToken.None));
        Assert.False(other.NextAsync(CancellationToken.None).AsTask().IsCompleted);
    }
}
