using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Credits;

/// <summary>Who is credited with a won lead: its owner; where an incoming-call group owned it, its territory's manager if the quotas are met; whoever helped, the coach beside its owner among them.</summary>
public static class WinCredits
{
    public static ImmutableArray<Credit> Of(SalesFloor floor, Lead lead, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lead);
        var owner = lead.Owner!.Value;
        var credits = ImmutableArray.CreateBuilder<Credit>();
        credits.Add(new(owner, CreditKind.Close, 100, now));
        if (floor.Plan.Find(lead.Stay?.Lane) is { Method.OwnsAccounts: true } lane
            && Territory.Of(floor, lane, lead) is { } manager && manager != owner
            && Territory.MetQuotas(floor.Person(manager), lane, floor.DayOf(now)))
        {
            credits.Add(new(manager, CreditKind.Territory, 100, now));
        }

        var helpers = lead.Coach is { } coach && !lead.Assists.Contains(coach) ? lead.Assists.Add(coach) : lead.Assists;
        credits.AddRange(helpers.Where(a => a != owner).Select(a => new Credit(a, CreditKind.Assist, 100, now)));
        return credits.ToImmutable();
    }
}
