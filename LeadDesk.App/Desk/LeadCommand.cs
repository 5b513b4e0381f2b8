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
        Meet(round, context);
        var refusal = Permit(round) ?? Stale(round) ?? Act(round, Actor.Rep!.Value);
        var decided = Decided.Of(refusal, Lead, Action);
        decided = refusal is null ? Done(round, context, decided) : decided;
        return refusal is null && Typed is { } typed && TypedWith(round) is { } seq
            ? decided with { Texts = [new TypedText(seq, Lead, typed.Kind, typed.Text)] }
            : decided;
    }

    /// <summary>Looks at what lies beyond the floor, before anything is judged.</summary>
    protected virtual void Meet(Round round, DeskContext context)
    {
    }

    protected virtual Refusal? Permit(Round round) => Permissions.Works(round.Floor, Actor);

    /// <summary>What more is to be said of what was done.</summary>
    protected virtual Decided Done(Round round, DeskContext context, Decided decided) => decided;

    protected abstract Refusal? Act(Round round, RepId person);

    /// <summary>Whether it reaches for a lead that somebody else may have taken first: whoever lately had sight of it is then told so.</summary>
    protected virtual bool Reaches => false;

    /// <summary>Whether this was done already by the same hand: then an old picture does no harm.</summary>
    protected virtual bool IsAnswered(Round round) => false;

    private Refusal? Stale(Round round) => IsAnswered(round) ? null : Staleness.Of(round, Actor.Rep!.Value, Lead, IfVersion, Reaches);

    /// <summary>The text belongs to the first thing that happened to this lead in the round.</summary>
    private long? TypedWith(Round round) => TypedText.SeqFor(round, Lead, 0);
}
