using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>The legal steps of a lead that people take, one function a verb. Null = done; otherwise the refusal, and nothing has happened.</summary>
public static partial class LeadLife
{
    public const int MostParked = 10;

    /// <summary>So many wrong labels, and a manager has to look.</summary>
    public const int MostBounces = 2;

    /// <summary>The source of what somebody wrote down in the shop.</summary>
    public const string WalkInSource = "walk-in";

    /// <summary>Takes an action back, whole: its author, within 15 seconds, if nothing else happened since to what it changed but what the desk did because of it.</summary>
    public static Refusal? Undo(Round round, RepId person, Guid action)
    {
        ArgumentNullException.ThrowIfNull(round);
        var changes = round.Floor.UndoablesOf(action);
        if (!MayUndo(round, person, action))
        {
            return new Refusal(RefusalCode.NotUndoable);
        }

        foreach (var undo in changes.Reverse())
        {
            if (undo.Lead is { } was)
            {
                if (round.Floor.Leads[was.Id].Offer is { } offer)
                {
                    round.Emit(new LeadEvent.OfferEnded(was.Id, offer.Rep, OfferEnd.Withdrawn));
                }

                round.Emit(new LeadEvent.Undone(was.Id, undo.Seq), action);
                SettleUndone(round, round.Floor.Leads[was.Id]);
            }
            else
            {
                round.Emit(new FloorEvent.PersonUndone(undo.Rep!.Number, undo.Seq), action);
                People.WithdrawOffer(round, undo.Rep.Number);
            }
        }

        // What it was before may have been kept by a pause that is over.
        Intakes.LetGo(round);
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>What came since may not go with what is again: an offer for which no place is left, or a lane that is gone.</summary>
    private static void SettleUndone(Round round, Lead lead)
    {
        if (lead.Owner is { } owner)
        {
            People.WithdrawOffer(round, owner);
        }
        else if (lead is { State: LeadState.Waiting, Stay: { } stay } && round.Floor.Plan.Find(stay.Lane) is null)
        {
            Engine.Route(round, lead.Id, WaitCause.LanesChanged);
        }
    }

    /// <summary>Whether an action could be taken back now. Somebody who left comes back with their leads as long as nobody took one of them.</summary>
    public static bool MayUndo(Round round, RepId person, Guid action)
    {
        ArgumentNullException.ThrowIfNull(round);
        var changes = round.Floor.UndoablesOf(action);
        var left = changes.Any(c => c.Agreed);
        return !changes.IsEmpty && changes.All(undo => undo.By == person && round.Now - undo.At < Undoable.For
            && (IsLastChange(round.Floor, action, changes, undo) || (left && undo.Lead is { } was && round.Floor.Find(was.Id) is { IsUnowned: true, Finish: not { IsOpen: true } })));
    }

    private static bool IsLastChange(SalesFloor floor, Guid action, ImmutableArray<Undoable> changes, Undoable undo) => undo.Lead is { } was
        ? floor.Find(was.Id) is { } now && (now.LastSeq == undo.Seq || now.LastAction?.Action == action)
        : floor.Person(undo.Rep!.Number).ChangedSeq is var last && changes.Any(c => c.Rep?.Number == undo.Rep.Number && c.Seq == last);

    /// <summary>The time for which it was its owner's is over.</summary>
    internal static void EndOwnership(Round round, Lead lead)
    {
        if (round.Floor.Plan.Find(lead.Stay?.Lane) is { Method.OwnsAccounts: true } lane)
        {
            Credits.Territory.Take(round, lane, lead);
        }
        else
        {
            Lose(round, lead, LossWay.WindowOver, strike: false);
        }
    }

    /// <summary>The owner loses a lead; it waits again in its lane, with its age, and goes to the next at once.</summary>
    internal static void Lose(Round round, Lead lead, LossWay way, bool strike, Guid? action = null)
    {
        LetGo(round, lead, way, strike, action);
        Engine.DispatchAll(round);
    }

    private static void LetGo(Round round, Lead lead, LossWay way, bool strike, Guid? action)
    {
        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        var stay = lead.Stay is { } was && lane is not null ? Engine.Pausing(round, lane, lead, lane.Again(was, round.Now)) : null;
        round.Emit(new LeadEvent.Lost(lead.Id, lead.Owner!.Value, way, strike, stay), action);
        if (way is LossWay.Reclaimed or LossWay.OwnerGone or LossWay.WindowOver)
        {
            Engine.Rescue(round, lead.Id);
        }
    }
}
