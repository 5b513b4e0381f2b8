using System.Collections.Immutable;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>
/// What is agreed with one person is made or changed. Managers agree with reps and store staff; roles above, rights and secrets are an
/// admin's. A changed weight needs a reason. Fillers are accounts that never reached the floor and get there as people who left.
/// </summary>
public sealed record SetPerson(Actor Actor, FloorEvent.PersonSet Person, string? Reason) : Command(Actor)
{
    public bool HasSecrets { get; init; }

    /// <summary>What was agreed when the wish was read: it says nothing of what changed since, and must not overwrite it. Null = nobody was there.</summary>
    public Rep? Seen { get; init; }

    public ImmutableArray<FloorEvent.PersonSet> Fillers { get; init; } = [];

    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        var before = round.Floor.FindPerson(Person.Id);
        if (Judge(round.Floor, Actor, before, Person.Terms, HasSecrets, Reason) is { } no)
        {
            return no;
        }

        if (Seen is { } seen && before is not null && !(ReferenceEquals(seen.Terms, before.Terms) && ReferenceEquals(seen.OptIns, before.OptIns)))
        {
            return Decided.Of(new Refusal(RefusalCode.Stale), null);
        }

        foreach (var filler in Fillers.Where(f => f.Rep.Number > round.Floor.People.Length))
        {
            People.Agree(round, filler);
        }

        var seq = round.NextSeq;
        People.Agree(round, Person);
        if (!Person.Terms.HoldsLeads)
        {
            People.SetPresence(round, Person.Rep, Presence.Off, PresenceCause.ByManager);
        }

        return new Decided(200) { Texts = string.IsNullOrWhiteSpace(Reason) ? [] : [new TypedText(seq, null, PersonalTexts.Reason, Reason)] };
    }

    /// <summary>Null where this may be done; asked before an account is touched, and again when it is decided.</summary>
    public static Decided? Judge(SalesFloor floor, Actor actor, Rep? person, RepTerms after, bool secrets, string? reason)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(after);
        var before = person?.Terms;
        if (Permissions.Leads(floor, actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        var above = after is { Role: Role.Manager or Role.Admin or Role.Wallboard } or { MayExport: true } || before is { Role: Role.Manager or Role.Admin or Role.Wallboard } or { MayExport: true };
        if ((above || secrets) && Permissions.Admins(floor, actor) is { } refused)
        {
            return Decided.Of(refused, null);
        }

        if (before is { Active: true, Role: Role.Admin } && after is not { Active: true, Role: Role.Admin } && floor.People.Count(p => p.Terms is { Active: true, Role: Role.Admin }) == 1)
        {
            return new Decided(400) { Fault = ("role", "Somebody has to be admin: make another one first.") };
        }

        if (after.Coach is { } coach && before?.Coach != coach && (coach == person?.Number || floor.Person(coach).Terms is not { Active: true, HoldsLeads: true, IsInInduction: false }))
        {
            return new Decided(400) { Fault = ("coach", "Somebody else is needed here, who takes leads and is not new themselves.") };
        }

        return before is not null && before.WeightThousandths != after.WeightThousandths && string.IsNullOrWhiteSpace(reason)
            ? new Decided(400) { Fault = ("reason", "A changed weight needs a reason; everybody sees both.") }
            : null;
    }
}
