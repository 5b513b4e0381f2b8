using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>How quick a hand may be.</summary>
public sealed class ClaimPaceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_person_and_lane_has_a_minute_of_their_own()
    {
        var pace = new ClaimPace();
        Assert.Null(pace.Note(new RepId(1), "a", 1, Noon));
        Assert.Null(pace.Note(new RepId(2), "a", 1, Noon));
        Assert.Null(pace.Note(new RepId(1), "b", 1, Noon));
        Assert.Equal(Noon.AddMinutes(1), pace.Note(new RepId(1), "a", 1, Noon.AddSeconds(59)));
        Assert.Null(pace.Note(new RepId(1), "a", 1, Noon.AddMinutes(1)));
    }

    [Fact]
    public void Whoever_hammers_on_is_not_kept_out_the_longer_for_it()
    {
        var pace = new ClaimPace();
        Assert.Null(pace.Note(new RepId(1), "a", 2, Noon));
        Assert.Null(pace.Note(new RepId(1), "a", 2, Noon.AddSeconds(1)));
        for (var second = 2; second < 60; second++)
        {
            Assert.Equal(Noon.AddMinutes(1), pace.Note(new RepId(1), "a", 2, Noon.AddSeconds(second)));
        }

        Assert.Null(pace.Note(new RepId(1), "a", 2, Noon.AddMinutes(1)));
    }
}
