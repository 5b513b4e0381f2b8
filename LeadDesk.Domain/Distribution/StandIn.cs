using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>Whom a customer is put to first: the person they know or, while that person is on leave, whoever stands in.</summary>
public static class StandIn
{
    /// <summary>Null = nobody knows the customer. Where a whole chain is on leave it is the person they know, who hears of it.</summary>
    public static RepId? For(SalesFloor floor, Lead lead, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lead);
        return lead.KnownOwner is { } known ? Of(floor, known, day) : null;
    }

    /// <summary>Who is there for a person on a day of the floor.</summary>
    public static RepId Of(SalesFloor floor, RepId person, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var at = person;
        for (var step = 0; step < floor.People.Length; step++)
        {
            var rep = floor.Person(at);
            if (rep.Terms.LeaveOn(day) is null)
            {
                return rep.Terms.Active ? at : person;
            }

            if (rep.Terms.Cover is not { } cover)
            {
                return person;
            }

            at = cover;
        }

        return person;
    }
}
