using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>A photo finish: who pressed within the window of the first press, and who of them has the lead.</summary>
public static partial class LeadLife
{
    /// <summary>Whether a claim of this person stands and waits for the end of its window.</summary>
    public static bool HasPressed(SalesFloor floor, RepId person, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(floor);
        return floor.Find(id)?.Finish is { IsOpen: true } finish && finish.Of(person) is not null;
    }

    /// <summary>What became of a press once its window is over: null = the lead is theirs.</summary>
    public static Refusal? AnswerTo(SalesFloor floor, RepId person, LeadId id, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(floor);
        if (floor.Find(id) is not { } lead)
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (lead.Owner is not null)
        {
            return lead.Owner == person ? null : TakenBefore(lead, person, now);
        }

        return floor.Plan.Find(lead.Stay?.Lane) is { } lane && Eligibility.FirstFailure(floor, floor.Person(person), lane, lead, now, floor.DayOf(now), Put.Self) is { } failure
            ? Refusal.Failed(failure.Test, person)
            : new Refusal(RefusalCode.NotOffered);
    }

    /// <summary>The window is over: one of those who pressed has it, or, if none of them may any more, it rings on.</summary>
    internal static void Settle(Round round, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lead);
        var lane = round.Floor.Plan.Find(lead.Stay!.Lane);
        if (lane is null || FinishLine.Decide(round.Floor, lane, lead, round.Now, round.Today, round.NextSeq) is not { } decided)
        {
            round.Emit(new LeadEvent.FinishVoid(lead.Id));
            return;
        }

        var (ranked, receipt) = decided;
        round.Emit(new LeadEvent.Taken(lead.Id, ranked.First, TakeWay.Claimed, lane.OwnersDue(round.Now, lead.Due?.Due), ranked.Entry, receipt, Forced: false) { Until = lane.OwnedUntil(round.Floor.Plan, round.Now), Check = lane.SlowCheck(round.Now) });
        if (lead.Finish!.Of(ranked.First)!.Retry is { } kept)
        {
            round.Keep(kept with { Version = round.Floor.Leads[lead.Id].Version });
        }
    }

    /// <summary>Settles a lead's photo finish if its window is over.</summary>
    public static void SettleDue(Round round, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Find(id) is { Finish.SettlesAt: { } at } lead && at <= round.Now)
        {
            Settle(round, lead);
        }
    }

    private static void Press(Round round, LaneRules lane, Lead lead, RepId person, Kept? retry)
    {
        if (lead.Finish?.Of(person) is null)
        {
            round.Emit(new LeadEvent.Pressed(lead.Id, person, lead.Finish?.SettlesAt ?? round.Now.AddMilliseconds(lane.Lane.PhotoFinishMs), retry));
        }
    }

    /// <summary>Somebody has it; between two who pressed, the margin is from press to press, and below 0 where the balance decided.</summary>
    private static Refusal TakenBefore(Lead lead, RepId person, DateTimeOffset now)
    {
        var refusal = Refusal.Taken(lead.Owner!.Value, lead.OwnedAt!.Value, now);
        return lead.Finish?.Of(person) is { } mine && lead.Finish.Of(lead.Owner.Value) is { } theirs
            ? refusal with { MarginMs = (long)(mine.At - theirs.At).TotalMilliseconds }
            : refusal;
    }
}
