using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>The one answer to "what may this person see of this lead?", for pages, programs, live messages, logs and titles alike.</summary>
public static class Visibility
{
    /// <summary>How much of a lead a person may see; null = not even that it exists.</summary>
    public static Reveal? Of(SalesFloor floor, RepId viewer, Lead lead, DateTimeOffset now, CalendarDay today)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lead);
        var person = floor.Person(viewer);
        if (person.Terms is { LeadsTheFloor: true, Active: true } || lead.Owner == viewer)
        {
            return Reveal.All;
        }

        if (lead.Coach == viewer && lead.Owner is not null && person.Terms.Active)
        {
            return Reveal.All;
        }

        // Whoever learns by watching reads along, without whom it is about.
        if (lead is { Owner: { } owner, IsClosed: false } && person.Terms is { Active: true, IsWatching: true } && person.Terms.Coach == owner)
        {
            return Reveal.AllButContact;
        }

        if (!person.Terms.HoldsLeads || lead.IsClosed || floor.Plan.Find(lead.Stay?.Lane) is not { } lane)
        {
            return null;
        }

        if (lead.Offer?.Rep == viewer || lead.Alerted.ContainsKey(viewer) || lead.Transfer?.Rings(viewer) == true)
        {
            return lane.Reveal;
        }

        if (IsPassedByAll(floor, lane, lead, viewer, now, today))
        {
            return lead.Sights.Any(s => s.Rep == viewer && s.AsOwner) && lane.Reveal < Reveal.AllButContact ? Reveal.AllButContact : lane.Reveal;
        }

        if (IsOnBoardOf(lane, lead, person))
        {
            return lane.Reveal;
        }

        // Who held it a moment ago still sees what the lane shows; where it shows nothing, the lead is gone for them.
        var hadIt = lead.Sights.Any(s => s.Rep == viewer && s.AsOwner && s.Until > now);
        return hadIt && lane.Reveal != Reveal.Nothing ? lane.Reveal : null;
    }

    public static bool MaySee(SalesFloor floor, RepId viewer, Lead lead, DateTimeOffset now, CalendarDay today) =>
        Of(floor, viewer, lead, now, today) is not null;

    /// <summary>May be told what became of a lead they reached for: managers, the owner, whoever has or lately had sight of it.</summary>
    public static bool MayBeTold(SalesFloor floor, RepId viewer, Lead lead, DateTimeOffset now, CalendarDay today)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return MaySee(floor, viewer, lead, now, today)
            || lead.Sights.Any(s => s.Rep == viewer && s.Until > now)
            || (lead.BoardSightUntil > now && floor.Person(viewer) is { Terms.HoldsLeads: true } rep && rep.OptInTo(lead.Stay?.Lane ?? "").On);
    }

    /// <summary>May be told other people's names where a lane is concerned: managers always, everybody else unless the lane hides them.</summary>
    public static bool MayName(SalesFloor floor, RepId viewer, string? lane)
    {
        ArgumentNullException.ThrowIfNull(floor);
        return floor.Person(viewer).Terms.LeadsTheFloor || floor.Plan.Find(lane)?.Lane.Names != false;
    }

    /// <summary>Everybody who could act has had this lead, and this person is one of them: it stands on their board until somebody else can have it.</summary>
    public static bool IsPassedByAll(SalesFloor floor, LaneRules lane, Lead lead, RepId viewer, DateTimeOffset now, CalendarDay today)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        if (lead.State != LeadState.Waiting || lead.Stay?.Paused == true || !lead.Excludes(viewer, lane.NoRepeat))
        {
            return false;
        }

        try
        {
            var field = Field.Of(floor, lane, lead, now, today, Put.Desk);
            return field.PassedByAll && field.PassedOver.Contains(new PassedOver(viewer, Test.E10));
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>Where a rule breaks while it is asked, nobody is shown anything, and the other leads of the picture stay.</summary>
    private static bool IsOnBoardOf(LaneRules lane, Lead lead, Rep person)
    {
        try
        {
            return lead is { State: LeadState.Waiting, Stay: { OnBoard: true, Paused: false } }
                && person.OptInTo(lane.Key).On
                && Eligibility.InRing(person.Terms, lane, lead.Stay.Ring, lead.Facts);
        }
        catch (Exception)
        {
            return false;
        }
    }
}
