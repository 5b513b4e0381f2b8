using System.Collections.Immutable;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>
/// A person goes home and leaves their open leads to a colleague, or, with nobody named, to their lanes; parked ones wait for their day. First
/// they are off, so that nothing new comes for a place that becomes free. What cannot be done for one lead is done for none.
/// </summary>
public sealed record GoingHome(Actor Actor, RepId? To, string Reason, Guid Id) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Works(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        var me = Actor.Rep!.Value;
        var texts = ImmutableArray.CreateBuilder<TypedText>();
        var leads = round.Floor.Person(me).Holdings.Leads.Keys.Select(id => round.Floor.Leads[id]).Where(l => l.State != LeadState.Parked).OrderBy(l => l.ReceivedSeq).ToList();
        // What was given back cannot be taken back: it may be with somebody else at once.
        People.SetPresence(round, me, Presence.Off, PresenceCause.Self, To is null && leads.Count > 0 ? null : Id);
        foreach (var lead in leads)
        {
            var from = round.Events.Count;
            if ((To is { } colleague ? LeadLife.HandOver(round, me, lead.Id, colleague, Id) : LeadLife.Release(round, me, lead.Id)) is { } refusal)
            {
                return Decided.Of(refusal, lead.Id);
            }

            if (TypedText.SeqFor(round, lead.Id, from) is { } seq)
            {
                texts.Add(new(seq, lead.Id, PersonalTexts.Reason, Reason));
            }
        }

        return new Decided(200) { ActionId = LeadLife.MayUndo(round, me, Id) ? Id : null, Texts = texts.ToImmutable() };
    }
}
