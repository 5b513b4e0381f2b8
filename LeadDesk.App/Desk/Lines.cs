using System.Security.Cryptography;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>Turns events into lines of the log: who, what, whose before and after, in codes.</summary>
internal static class Lines
{
    /// <summary>The lines of everything that happened in a round.</summary>
    public static IEnumerable<LogLine> Of(SalesFloor before, Round round, Decided decided)
    {
        for (var i = 0; i < round.Events.Count; i++)
        {
            var (stamped, after) = (round.Events[i], round.Floors[i]);
            yield return Of(before, after, stamped, decided.Texts.FirstOrDefault(t => t.Seq == stamped.Seq));
            before = after;
        }
    }

    private static LogLine Of(SalesFloor before, SalesFloor after, Stamped stamped, TypedText? text)
    {
        var lead = (stamped.Event as LeadEvent)?.Lead;
        var was = lead is { } id ? before.Find(id) : null;
        var now = lead is { } same ? after.Find(same) : null;
        var lane = now?.Stay ?? was?.Stay;
        return new(
            stamped.Seq,
            stamped.At.ToUnixTimeMilliseconds(),
            ActorOf(after, stamped.Actor),
            stamped.Actor.Via,
            EventCodec.ActOf(stamped.Event),
            lead?.ToString(),
            OwnerOf(before, was),
            OwnerOf(after, now),
            now?.Version,
            ReasonOf(stamped.Event),
            lane is null ? null : $"{lane.Lane}@{lane.LaneVersion}",
            EventCodec.Write(stamped),
            text is null ? null : new Personal(text.Lead?.Value ?? Guid.Empty, text.Kind, RandomNumberGenerator.GetBytes(16), text.Text));
    }

    private static string? OwnerOf(SalesFloor floor, Lead? lead) => lead?.Owner is { } owner ? floor.Person(owner).Id.ToString() : null;

    private static string ActorOf(SalesFloor floor, Actor actor) =>
        actor.Rep is { } rep && rep.Number <= floor.People.Length ? floor.Person(rep).Id.ToString()
        : actor.Source is { } source ? $"source:{source}"
        : "desk";

    private static string? ReasonOf(FloorEvent step) => step switch
    {
        LeadEvent.Received e => e.State.ToString(),
        LeadEvent.Entered e => e.Cause.ToString(),
        LeadEvent.ToManagers e => e.Cause.ToString(),
        LeadEvent.OfferEnded e => e.Why.ToString(),
        LeadEvent.Taken { Receipt.PhotoFinishMs: not null } e => $"{e.Way}:photo-finish",
        LeadEvent.Taken e => e.Forced ? $"{e.Way}:forced" : e.Way.ToString(),
        LeadEvent.Lost e => e.Strike ? $"{e.Way}:free" : e.Way.ToString(),
        LeadEvent.Attempted e => $"{e.Channel}:{e.Result}",
        LeadEvent.TransferEnded e => e.Why.ToString(),
        LeadEvent.CreditDecided e => e.Approved ? "Approved" : "Declined",
        LeadEvent.Closed { Touch: { } touch } e => touch.To is null ? $"{e.Outcome}:pool" : $"{e.Outcome}:owner",
        LeadEvent.Closed e => e.Outcome.ToString(),
        LeadEvent.TouchCame e => e.ByCustomer ? "ByCustomer" : "ByTime",
        LeadEvent.Undone e => $"undo:{e.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        FloorEvent.IntakePaused e => e.Scope.Kind.ToString(),
        FloorEvent.IntakeResumed e => e.ByTime ? $"{e.Scope.Kind}:by-time" : e.Scope.Kind.ToString(),
        FloorEvent.PresenceSet e => $"{e.Presence}:{e.Cause}",
        FloorEvent.Exported e => $"{e.What}:{e.Id}",
        _ => null,
    };
}
