using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A person goes home and leaves their open leads to a colleague, or, with nobody named, to their lanes. What cannot be done for one lead is done for none.</summary>
public sealed record GoingHome(Actor Actor, RepId? To, string Reason, Guid Id) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Works(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        var (left, refusal) = LeadLife.GoHome(round, Actor.Rep!.Value, To, Id);
        return refusal is not null ? Decided.Of(refusal, left[^1]) : new Decided(200)
        {
            ActionId = LeadLife.MayUndo(round, Actor.Rep.Value, Id) ? Id : null,
            Texts = [.. left.Select(l => (Lead: l, Seq: TypedText.SeqFor(round, l, 0))).Where(l => l.Seq is not null).Select(l => new TypedText(l.Seq!.Value, l.Lead, PersonalTexts.Reason, Reason))],
        };
    }
}
