using Xunit;
using Xunit.Sdk;

namespace LeadDesk.Tests.Floor;

/// <summary>The invariants hold whatever people do, and a floor folded again from the first event is the same floor.</summary>
public sealed class RandomWorldTests
{
    private const int Steps = 2400;
    private const int BetweenBoards = 8;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_happens_the_invariants_hold(int seed)
    {
        var mischief = new Mischief(seed);
        var world = mischief.World;
        world.AfterRound = (before, events) =>
        {
            Audit.Steps(before, events);
            Audit.Indexes(world.Floor);
            Audit.Rings(before, world.Floor, world.Now);
        };
        for (var step = 0; step < Steps; step++)
        {
            try
            {
                mischief.Step();
                if (step % 2 == 0)
                {
                    continue;
                }

                world.Tick();
                Audit.NobodyWaits(world.Floor, world.Now);
                if (step % BetweenBoards == 1)
                {
                    Audit.Boards(world.Floor, world.Now);
                }
            }
            catch (Exception e)
            {
                throw new XunitException($"seed {seed}, step {step}, event {world.Floor.Seq}, {world.Now:u}: {e.Message}", e);
            }
        }

        Assert.Equal(Story.Of(world.Floor), Story.Of(world.FoldedAgain()));
    }

    [Fact]
    public void In_a_few_worlds_everything_happens_that_can_happen()
    {
        // A world in which something never happens proves nothing about it.
        var worlds = Enumerable.Range(1, 60).Select(seed =>
        {
            var mischief = new Mischief(seed);
            for (var step = 0; step < Steps; step++)
            {
                mischief.Step();
            }

            return mischief.World;
        }).ToList();
        Assert.Empty(Mischief.NeverIn(worlds));
    }
}
