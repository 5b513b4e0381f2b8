using LeadDesk.App.Store;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>The kept floors.</summary>
public sealed class FloorSnapshotsTests : IAsyncLifetime
{
    private readonly TempStore store = new();

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task The_newest_two_are_kept_and_the_newest_is_given()
    {
        var snapshots = new FloorSnapshots(store, store.Turn);
        Assert.Null(await snapshots.LatestAsync(1));

        await snapshots.SaveAsync(10, 1, [1]);
        await snapshots.SaveAsync(20, 1, [2]);
        await snapshots.SaveAsync(30, 1, [3]);
        await snapshots.SaveAsync(30, 1, [4]);

        Assert.Equal(["20", "30"], store.Ask("SELECT seq FROM floor_snapshots ORDER BY seq"));
        var latest = await snapshots.LatestAsync(1);
        Assert.Equal(30, latest!.Seq);
        Assert.Equal([4], latest.Bytes);
    }

    [Fact]
    public async Task A_floor_of_another_fold_is_not_given()
    {
        var snapshots = new FloorSnapshots(store, store.Turn);
        await snapshots.SaveAsync(10, 1, [1]);
        await snapshots.SaveAsync(20, 2, [2]);

        Assert.Equal(10, (await snapshots.LatestAsync(1))!.Seq);
        Assert.Null(await snapshots.LatestAsync(3));
    }
}
