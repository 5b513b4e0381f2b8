using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What a role may do, judged on the floor as it is when the command is decided, never on what a page or a cookie remembers.</summary>
public static class Permissions
{
    private static readonly Refusal No = new(RefusalCode.Forbidden);

    /// <summary>Null for an active person who takes leads.</summary>
    public static Refusal? Works(SalesFloor floor, Actor actor) => Of(floor, actor) is { Terms: { Active: true, HoldsLeads: true } } ? null : No;

    /// <summary>Null for an active manager or admin.</summary>
    public static Refusal? Leads(SalesFloor floor, Actor actor) => Of(floor, actor) is { Terms: { Active: true, LeadsTheFloor: true } } ? null : No;

    /// <summary>Null for an active person who may take data out in bulk.</summary>
    public static Refusal? Exports(SalesFloor floor, Actor actor) => Of(floor, actor) is { Terms: { Active: true, Exports: true } } ? null : No;

    /// <summary>Null for an active admin, or for the desk itself as it starts.</summary>
    public static Refusal? Admins(SalesFloor floor, Actor actor) =>
        actor == Actor.Desk || actor.Via == "file" || Of(floor, actor) is { Terms: { Active: true, Role: Role.Admin } } ? null : No;

    public static Rep? Of(SalesFloor floor, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Rep is { } rep && rep.Number <= floor.People.Length ? floor.Person(rep) : null;
    }
}
