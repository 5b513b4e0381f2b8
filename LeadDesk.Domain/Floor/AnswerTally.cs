using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>
/// First answers of one day of the floor's calendar, for the managers' screen only: how many took how many seconds of working time, and how
/// many came before the customer's due. Who is met in the shop is answered at once and does not count.
/// </summary>
public sealed record AnswerTally(DateOnly Day, ImmutableSortedDictionary<int, int> Seconds, int InTime)
{
    public static AnswerTally None { get; } = new(default, ImmutableSortedDictionary<int, int>.Empty, 0);

    public int Answered => Seconds.Values.Sum();

    /// <summary>The middle of all answers, in seconds; the lower one of two. Null = there are none.</summary>
    public int? Median
    {
        get
        {
            var left = (Answered + 1) / 2;
            foreach (var (seconds, count) in Seconds)
            {
                left -= count;
                if (left <= 0)
                {
                    return seconds;
                }
            }

            return null;
        }
    }

    /// <summary>With the answer that a lead has had (1), or without it again (-1).</summary>
    public AnswerTally Count(SalesFloor floor, Lead lead, int sign)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lead);
        if (lead is not { FirstAttemptAt: { } at, Due: { } due } || lead.Source == LeadLife.WalkInSource)
        {
            return this;
        }

        var day = floor.DayOf(at).Day;
        if (day < Day || (sign < 0 && day != Day))
        {
            return this;
        }

        var tally = day == Day ? this : None with { Day = day };
        var hours = floor.Plan.Find(lead.Stay?.Lane)?.Hours ?? OpeningHours.Always;
        var seconds = at <= due.From ? 0 : (int)Math.Min(int.MaxValue, hours.Between(due.From, at).TotalSeconds);
        var count = tally.Seconds.GetValueOrDefault(seconds) + sign;
        return tally with
        {
            Seconds = count > 0 ? tally.Seconds.SetItem(seconds, count) : tally.Seconds.Remove(seconds),
            InTime = tally.InTime + (at <= due.Due ? sign : 0),
        };
    }
}
