using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Demo;

/// <summary>What a made-up colleague would do next: answer an offer, take from the queue, reach a customer, finish. One verb at a time, through the same commands as everybody.</summary>
internal static class DemoPeople
{
    public static Command? NextOf(Rep rep, SalesFloor floor, DateTimeOffset now, DemoLeads dice, bool works = true)
    {
        var actor = Actor.Person(rep.Number, "api");
        if (rep.Presence == Presence.WithCustomer)
        {
            return dice.Chance(0.15) ? new SetPresence(actor, rep.Number, Presence.Available, dice.Id()) : null;
        }

        if (rep.Presence != Presence.Available)
        {
            return dice.Chance(0.05) ? new SetPresence(actor, rep.Number, Presence.Available, dice.Id()) : null;
        }

        if (rep.Offer is { } offer && floor.Leads[offer].Offer!.MadeAt.AddSeconds(dice.Between(5, 40)) < now)
        {
            return dice.Chance(0.9) ? new Accept(actor, offer) : new Pass(actor, offer, null);
        }

        if (Ringing(rep, floor, now, dice) is { } alert)
        {
            return new Claim(actor, alert);
        }

        if (rep.Terms.Role == Role.Store && dice.Chance(0.02))
        {
            return new SetPresence(actor, rep.Number, Presence.WithCustomer, dice.Id());
        }

        var open = rep.Holdings.Leads.Keys.Select(id => floor.Leads[id]).OrderBy(l => l.IsAnswered).ThenBy(l => l.OwnedAt).FirstOrDefault();
        if (works && open is not null && open.OwnedAt!.Value.AddSeconds(dice.Between(40, 700)) < now && (open.NextAt is null || open.NextAt < now) && dice.Chance(open.IsAnswered ? 0.5 : 0.6))
        {
            return Work(actor, open, now, dice);
        }

        return rep.PlacesUsed < (works ? rep.Terms.Places : 5) && dice.Chance(0.12) ? new Pull(actor, null) : null;
    }

    /// <summary>A manager gives what no rule could place to whoever has most room.</summary>
    public static Command? OfManager(SalesFloor floor, DemoLeads dice)
    {
        var manager = floor.People.FirstOrDefault(p => p.Terms.Role == Role.Manager);
        var room = floor.People.Where(p => p.Terms.HoldsLeads && p.Presence == Presence.Available && p.PlacesUsed < p.Terms.Places).MinBy(p => p.PlacesUsed);
        return manager is null || room is null || floor.WithManagers.IsEmpty || !dice.Chance(0.1)
            ? null
            : new AssignLead(Actor.Person(manager.Number, "api"), floor.WithManagers[0], room.Number, "nobody had taken it", Force: false, null, dice.Id());
    }

    private static LeadId? Ringing(Rep rep, SalesFloor floor, DateTimeOffset now, DemoLeads dice)
    {
        foreach (var (_, ringing) in floor.Ringing)
        {
            foreach (var id in ringing)
            {
                if (floor.Leads[id].Alerted.TryGetValue(rep.Number, out var since) && since.AddSeconds(dice.Between(6, 60)) < now)
                {
                    return id;
                }
            }
        }

        return null;
    }

    private static Command Work(Actor actor, Lead lead, DateTimeOffset now, DemoLeads dice)
    {
        if (!lead.IsAnswered || dice.Chance(0.25))
        {
            var reached = dice.Chance(0.55);
            return new LogAttempt(
                actor,
                lead.Id,
                dice.Pick([Channel.Call, Channel.Call, Channel.Email, Channel.Sms]),
                reached ? dice.Pick([AttemptResult.Reached, AttemptResult.VisitSet]) : dice.Pick([AttemptResult.NoAnswer, AttemptResult.Voicemail]),
                null,
                now.AddMinutes(dice.Between(5, 60)),
                dice.Id());
        }

        var won = dice.Chance(0.35);
        return new SetOutcome(actor, lead.Id, won ? Outcome.Won : Outcome.Lost, won ? lead.Facts.Value : null, won ? null : dice.Pick(["bought elsewhere", "no budget", "not a fit"]), dice.Id());
    }
}
