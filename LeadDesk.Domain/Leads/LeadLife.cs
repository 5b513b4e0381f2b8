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

    /// <summary>Takes an action back, whole: its author, within 15 seconds, if nothing else happened since to what it changed.</summary>
    public static Refusal? Undo(Round round, RepId person, Guid action)
    {
        ArgumentNullException.ThrowIfNull(round);
        var changes = round.Floor.UndoablesOf(action);
        if (changes.IsEmpty || !changes.All(undo => undo.By == person && round.Now - undo.At < Undoable.For && IsLastChange(round.Floor, undo)))
        {
            return new Refusal(RefusalCode.NotUndoable);
        }

        foreach (var undo in changes)
        {
            if (undo.Lead is { } was)
            {
                round.Emit(new LeadEvent.Undone(was.Id, undo.Seq), action);
            }
            else
            {
                round.Emit(new FloorEvent.PersonUndone(undo.Rep!.Number, undo.Seq), action);
                People.WithdrawOffer(round, undo.Rep.Number);
            }
        }

        Engine.DispatchAll(round);
        return null;
    }

    private static bool IsLastChange(SalesFloor floor, Undoable undo) =>
        (undo.Lead is { } was ? floor.Find(was.Id)?.LastSeq : floor.Person(undo.Rep!.Number).ChangedSeq) == undo.Seq;

    /// <summary>The owner loses a lead; it waits again in its lane, with its age, and goes to the next at once.</summary>
    internal static void Lose(Round round, Lead lead, LossWay way, bool strike, Guid? action = null)
    {
        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        var stay = lane?.Begin(round.Now);
        if (stay is not null && lead.Stay is { } was)
        {
            stay = stay with { EnteredAt = was.EnteredAt };
        }

        round.Emit(new LeadEvent.Lost(lead.Id, lead.Owner!.Value, way, strike, stay), action);
        Engine.DispatchAll(round);
    }
}
