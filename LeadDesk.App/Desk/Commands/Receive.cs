using System.Collections.Immutable;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Intake;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A lead comes in. The same external id of a source is the same lead for ever; the same person and product within a day is a duplicate.</summary>
public sealed record Receive(Actor Actor, LeadId Lead, LeadDraft Draft) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(context);
        var source = Actor.Source!;
        if (Draft.ExternalId is { } external && context.Seen(source, external) is { } seen)
        {
            return new Decided(200, seen);
        }

        var contacts = ContactKeys.Of(Draft.Person.Contact);
        var duplicate = DuplicateOf(round, context, source, contacts);
        var known = KnownContacts.Last(context, contacts);
        var facts = Draft.Facts with { KnownCustomer = known is not null };
        var sent = Draft.SentAt is { } at && at < round.Now ? at : round.Now;
        round.Emit(new LeadEvent.Received(Lead, source, facts, sent, duplicate is null ? LeadState.Waiting : LeadState.Duplicate, duplicate,
            known is null ? null : KnownContacts.OwnerOf(round.Floor, known)));
        var seq = round.Events[0].Seq;
        if (duplicate is null)
        {
            Engine.Route(round, Lead, WaitCause.Received);
        }
        else if (round.Floor.Find(duplicate.Value) is { Touch: not null } later)
        {
            // Not for now, it was said: now it is.
            LeadLife.BringBack(round, later, byCustomer: true);
        }
        else if (round.Floor.Find(duplicate.Value) is { IsClosed: false, Owner: { } owner })
        {
            round.Emit(new LeadEvent.OwnerInformed(duplicate.Value, owner));
        }

        return new Decided(202, Lead)
        {
            Texts = [new TypedText(seq, Lead, PersonalTexts.Lead, PersonalTexts.WriteLead(facts, Draft.Person))],
            Seen = Draft.ExternalId is { } id ? [new SeenMark(source, id, Lead.Value, seq)] : [],
            Contacts = duplicate is null ? KnownContacts.Marks(context, contacts, Draft.Facts.Product, Lead, round.Now) : [],
        };
    }

    private LeadId? DuplicateOf(Round round, DeskContext context, string source, ImmutableArray<string> contacts)
    {
        var hours = round.Floor.Plan.Plan.Sources.FirstOrDefault(s => s.Key == source)?.DuplicateHours ?? 24;
        foreach (var contact in contacts)
        {
            if (KnownContacts.Last(context, contact, Draft.Facts.Product) is { } mark
                && round.Now - DateTimeOffset.FromUnixTimeMilliseconds(mark.At) < TimeSpan.FromHours(hours)
                && round.Floor.Find(new LeadId(mark.Lead))?.StandsForItsCustomer == true)
            {
                return new LeadId(mark.Lead);
            }
        }

        return null;
    }
}
