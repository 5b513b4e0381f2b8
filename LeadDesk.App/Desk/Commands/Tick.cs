using System.Security.Cryptography;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>
/// Time has passed: a new day's dice, ended shifts, people whose connection stayed away, everything due, and a safety dispatch. Gone are
/// the people whose grace is over; Before is the time of the tick before, UTC.
/// </summary>
public sealed record Tick(DateTimeOffset Before, bool Safety, IReadOnlyCollection<RepId> Gone) : Command(Actor.Desk)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        var dice = OpenDay(round);
        Intakes.EndPauses(round);
        Clockwork.EndShifts(round);
        Clockwork.GrowIn(round);
        foreach (var person in Gone)
        {
            if (round.Floor.Person(person).Connected)
            {
                round.Emit(new FloorEvent.ConnectionChanged(person, false));
            }

            if (round.Floor.Person(person).Presence is Presence.Available or Presence.WithCustomer)
            {
                People.SetPresence(round, person, Presence.Away, PresenceCause.ConnectionLost);
            }
        }

        SecondChance.FromTheGone(round);
        var done = Clockwork.Sweep(round);
        var opened = false;
        if (Safety || !round.Try(null, this, (r, t) => opened = t.Opened(r)) || opened)
        {
            Engine.DispatchAll(round);
        }

        return new Decided(200) { Texts = dice is null ? [] : [dice], More = !done };
    }

    private static TypedText? OpenDay(Round round)
    {
        if (round.Floor.Day == round.Today.Day)
        {
            return null;
        }

        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        round.Emit(new FloorEvent.DayOpened(round.Today.Day, secret));
        return new TypedText(round.Events[^1].Seq, null, PersonalTexts.Dice, secret);
    }

    /// <summary>A lane or a shift has begun, or a leave has ended, since the last tick.</summary>
    private bool Opened(Round round)
    {
        var dayBefore = round.Floor.DayOf(Before).Day;
        return round.Floor.Plan.Lanes.Any(l => !l.Hours.IsOpen(Before) && l.Hours.IsOpen(round.Now))
            || round.Floor.People.Any(p => !p.Terms.IsOn(Before, dayBefore) && p.Terms.IsOn(round.Now, round.Today.Day));
    }
}
