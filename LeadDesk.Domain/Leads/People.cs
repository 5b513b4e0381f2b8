using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>What people do about themselves: presence, opt-in, live connections.</summary>
public static class People
{
    /// <summary>Takes effect at once; an open offer of somebody who is not Available any more moves on without penalty.</summary>
    public static void SetPresence(Round round, RepId person, Presence presence, PresenceCause cause, Guid? action = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Person(person).Presence == presence)
        {
            return;
        }

        round.Emit(new FloorEvent.PresenceSet(person, presence, cause), action);
        WithdrawOffer(round, person);
        Engine.DispatchAll(round);
    }

    public static void SetOptIn(Round round, RepId person, string lane, OptIn optIn, Guid? action = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Person(person).OptInTo(lane) == optIn)
        {
            return;
        }

        round.Emit(new FloorEvent.OptInSet(person, lane, optIn), action);
        WithdrawOffer(round, person);
        Engine.DispatchAll(round);
    }

    /// <summary>Somebody joins, or what is agreed with them changes: limits, hours and rights hold at once, and the ramp is that of the induction's stage. A coach goes with the induction they were for.</summary>
    public static void Agree(Round round, FloorEvent.PersonSet agreed, Guid? action = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(agreed);
        round.Emit(agreed with { Terms = InStage(agreed.Terms, round.Today.Day, round.Floor.People.Length < agreed.Rep.Number ? 0 : round.Floor.Person(agreed.Rep).Finished) }, action);
        WithdrawOffer(round, agreed.Rep);
        Engine.DispatchAll(round);
    }

    private static RepTerms InStage(RepTerms terms, DateOnly day, int finished) =>
        terms.Induction is not { } induction ? terms with { Stage = StageKind.Own }
        : induction.At(day, finished) is { } stage ? terms with { RampThousandths = stage.Thousandths, Stage = stage.Kind }
        : terms with { RampThousandths = 1000, Induction = null, Stage = StageKind.Own, Coach = null };

    /// <summary>Ends an open offer that its rep may not have any more.</summary>
    public static void WithdrawOffer(Round round, RepId person)
    {
        ArgumentNullException.ThrowIfNull(round);
        var rep = round.Floor.Person(person);
        if (rep.Offer is not { } id)
        {
            return;
        }

        var lead = round.Floor.Leads[id];
        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        if (lane is null || Eligibility.FirstFailure(round.Floor, rep, lane, lead, round.Now, round.Today, Put.Accept) is not null)
        {
            round.Emit(new LeadEvent.OfferEnded(id, person, OfferEnd.Withdrawn));
        }
    }
}
