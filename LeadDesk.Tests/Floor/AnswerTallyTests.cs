using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>How fast leads are answered today: first answers only, in working time.</summary>
public sealed class AnswerTallyTests
{
    private readonly World world = World.With(Lanes.Of("blindPull") with { FirstAttemptMinutes = 5 });

    [Fact]
    public void The_median_is_of_first_answers_and_in_time_is_before_the_due()
    {
        var rep = world.Join();
        foreach (var seconds in new[] { 60, 240, 299 })
        {
            var lead = Taken(rep);
            world.Now = world.Now.AddSeconds(seconds);
            world.Attempt(rep, lead);
            world.Attempt(rep, lead);
        }

        Assert.Equal((3, 3, 240), (world.Floor.Answers.Answered, world.Floor.Answers.InTime, world.Floor.Answers.Median));
        var late = Taken(rep);
        world.Now = world.Now.AddSeconds(301);
        world.Attempt(rep, late);
        Assert.Equal((4, 3, 240), (world.Floor.Answers.Answered, world.Floor.Answers.InTime, world.Floor.Answers.Median));
        var manager = world.Manager();
        var view = new Views(world.Floor, world.Now, PlainWords.All).Floor(manager);
        Assert.Equal(new AnswersToday(4, 3, 240, 300), view.Answers);
    }

    [Fact]
    public void An_answer_taken_back_never_was_and_one_in_the_shop_does_not_count()
    {
        var rep = world.Join();
        var lead = Taken(rep);
        var action = world.NewGuid();
        world.Attempt(rep, lead, action: action);
        Assert.Equal(1, world.Floor.Answers.Answered);
        Assert.Null(world.Undo(rep, action));
        world.WalkIn(rep, Facts.None);
        Assert.Equal((0, 0, (int?)null), (world.Floor.Answers.Answered, world.Floor.Answers.InTime, world.Floor.Answers.Median));
    }

    [Fact]
    public void Every_day_begins_anew()
    {
        var rep = world.Join();
        world.Attempt(rep, Taken(rep));
        world.Now = world.Now.AddDays(1);
        Assert.Equal(new AnswersToday(0, 0, null, 300), new Views(world.Floor, world.Now, PlainWords.All).Floor(rep).Answers);
        world.Attempt(rep, Taken(rep));
        Assert.Equal(1, world.Floor.Answers.Answered);
    }

    private LeadId Taken(RepId rep)
    {
        world.Send();
        return world.Pulled(rep);
    }
}
