namespace LeadDesk.Domain.Floor;

/// <summary>How fast leads were first answered today: how many, how many of them in time, the median in seconds of working time, and the goal in seconds where all lanes have the same.</summary>
public sealed record AnswersToday(int Answered, int InTime, int? MedianSeconds, int? GoalSeconds)
{
    internal static AnswersToday Of(SalesFloor floor, DateTimeOffset now)
    {
        var tally = floor.Answers.Day == floor.DayOf(now).Day ? floor.Answers : AnswerTally.None;
        var goals = floor.Plan.Lanes.Select(l => (int)l.Window.TotalSeconds).Distinct().ToList();
        return new(tally.Answered, tally.InTime, tally.Median, goals is [var goal] ? goal : null);
    }
}
