using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>A person's verb on one lead: permission, then a stale look, then the verb.</summary>
public abstract record LeadCommand(Actor Actor, LeadId Lead) : Command(Actor)
{
    /// <summary>What the person typed with it, and its kind.</summary>
    protected virtual (string Kind, string Text)? Typed => null;

    /// <summary>By which an undoable change is named.</summary>
    protected virtual Guid? Action => null;

    public sealed override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        var refusal = Permit(round) ?? Stale(round) ?? Act(round, Actor.Rep!.Value);
        var decided = Decided.Of(refusal, Lead, Action);
        decided = refusal is null ? Done(round, decided) : decided;
        return refusal is null && Typed is { } typed && TypedWith(round) is { } seq
            ? decided with { Texts = [new TypedText(seq, Lead, typed.Kind, typed.Text)] }
            : decided;
    }

    protected virtual Refusal? Permit(Round round) => Permissions.Works(round.Floor, Actor);

    /// <summary>What more is to be said of what was done.</summary>
    protected virtual Decided Done(Round round, Decided decided) => decided;

    protected abstract Refusal? Act(Round round, RepId person);

    /// <summary>A screen that is behind the truth loses with a message, if its owner may be told anything at all.</summary>
    private Refusal? Stale(Round round) =>
        IfVersion is { } version
        && round.Floor.Find(Lead) is { } lead
        && version < lead.Version
        && Visibility.MayBeTold(round.Floor, Actor.Rep!.Value, lead, round.Now, round.Today)
            ? new Refusal(RefusalCode.Stale) { By = lead.Owner, At = lead.OwnedAt, MarginMs = lead.OwnedAt is { } at ? (long)(round.Now - at).TotalMilliseconds : null }
            : null;

    /// <summary>The text belongs to the first thing that happened to this lead in the round.</summary>
    private long? TypedWith(Round round)
    {
        foreach (var stamped in round.Events)
        {
            if (stamped.Event is LeadEvent step && step.Lead == Lead)
            {
                return stamped.Seq;
            }
        }

        return null;
    }
}
