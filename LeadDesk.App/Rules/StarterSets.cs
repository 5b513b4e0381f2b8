using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Rules;

/// <summary>Rules to begin with, by the kind of floor. Each stands on any floor: it names no place, team or source.</summary>
public static class StarterSets
{
    /// <summary>Key of the set's words, and its lanes.</summary>
    public static ImmutableArray<(string Name, ImmutableArray<Lane> Lanes)> All { get; } =
    [
        ("small", [NotSales, Known, Rest("blindPull", "Take the next one", 15)]),
        ("inside", [NotSales, Known, Make("large", "Large deals", "fairTurn", new() { ValueAtLeast = 5000 }, 10, new Fallback("everyone")), Rest("fairTurn", "Everybody in turn", 5)]),
        ("showroom", [NotSales, Known, Make("visits", "Visits and fittings", "cherryPick", new() { RequestKind = [RequestKind.Appointment, RequestKind.Visit, RequestKind.Fitting] }, 30, new Fallback("everyone")), Rest("sharkTank", "Online leads: open call", 10)]),
    ];

    private static Lane NotSales => Make("not-sales", "Not a sales lead", "nonSalesRota", new() { RequestKind = [RequestKind.NonSales] }, 480, Fallback.Managers);

    private static Lane Known => Make("known", "Known customer", "sticky", new() { KnownCustomer = true }, 10, Fallback.Next);

    private static Lane Rest(string method, string name, int minutes) => Make("everyone", name, method, LaneFilter.Everything, minutes, Fallback.Managers);

    private static Lane Make(string key, string name, string method, LaneFilter when, int minutes, Fallback fallback) =>
        new() { Key = key, Name = name, Method = method, When = when, FirstAttemptMinutes = minutes, Fallback = fallback };
}
