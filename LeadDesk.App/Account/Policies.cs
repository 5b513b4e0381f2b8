using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Authorization;

namespace LeadDesk.App.Account;

/// <summary>Who may use an endpoint. Each reads the role on the floor at that moment, never the one in the cookie.</summary>
public static class Policies
{
    /// <summary>Any person, a wallboard among them. Holds wherever nothing is said.</summary>
    public const string Person = "person";

    /// <summary>Any person, and a screen on the wall.</summary>
    public const string Live = "live";

    /// <summary>Whoever holds leads: rep, store, and managers and admins who take leads.</summary>
    public const string Reps = "reps";

    /// <summary>Managers and admins.</summary>
    public const string Managers = "managers";

    public const string Admins = "admins";

    /// <summary>Whoever may take data out in bulk: a right of its own.</summary>
    public const string Exporters = "exporters";

    /// <summary>Source tokens, and nothing else.</summary>
    public const string Sources = "sources";

    /// <summary>Any person or source.</summary>
    public const string Anybody = "anybody";

    internal static void Add(AuthorizationOptions options)
    {
        Add(options, Person, new(_ => true, Sources: false));
        Add(options, Live, new(_ => true, Sources: false, Screens: true));
        Add(options, Reps, new(p => p.Terms.HoldsLeads, Sources: false));
        Add(options, Managers, new(p => p.Terms.LeadsTheFloor, Sources: false));
        Add(options, Admins, new(p => p.Terms.Role == Role.Admin, Sources: false));
        Add(options, Exporters, new(p => p.Terms.Exports, Sources: false));
        Add(options, Sources, new(_ => false, Sources: true));
        Add(options, Anybody, new(_ => true, Sources: true));
        options.DefaultPolicy = options.FallbackPolicy = options.GetPolicy(Person)!;
    }

    private static void Add(AuthorizationOptions options, string name, Allowed allowed) => options.AddPolicy(name, p => p.AddRequirements(allowed));
}
