using System.Collections.Immutable;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A manager gives several leads to somebody, with one reason, as one action. What cannot be given stays where it is and does not stop the others.</summary>
public sealed record AssignMany(Actor Actor, ImmutableArray<LeadAsked> Leads, RepId To, string Reason, bool Force, string? Note, Guid Id) : Command(Actor)
{
    /// <summary>At most so many at once: as many as the managers' floor shows.</summary>
    public const int Most = 200;

    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Leads(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        var done = Give(round);
        return new Decided(200)
        {
            // Nothing moved = nothing to take back.
            ActionId = round.Events.Any(e => e.ActionId == Id) ? Id : null,
            Leads = done,
            Texts = [.. done.Where(d => d.Refusal is null).Select(d => (d.Lead, Seq: TypedText.SeqFor(round, d.Lead, 0))).Where(d => d.Seq is not null)
                .Select(d => new TypedText(d.Seq!.Value, d.Lead, PersonalTexts.Reason, Note is null ? Reason : $"{Reason}\n\n{Note}"))],
        };
    }

    /// <summary>What a repeated call is told: every lead as it stands now. What is not with the person any more has changed since.</summary>
    public ImmutableArray<LeadDone> Now(SalesFloor floor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(floor);
        return [.. Give(new Round(floor, now, Actor)).Select(again => floor.Find(again.Lead) switch
        {
            null => again,
            { } lead when lead.Owner == To => new LeadDone(lead.Id, null, lead.Version),
            { } lead => new LeadDone(lead.Id, again.Refusal ?? new Refusal(RefusalCode.Stale) { By = lead.Owner }, lead.Version),
        })];
    }

    private ImmutableArray<LeadDone> Give(Round round)
    {
        // Judged before anything moves: a lead that this very action touches is not behind the truth.
        ImmutableArray<Refusal?> stale = [.. Leads.Select(l => Staleness.Of(round, Actor.Rep!.Value, l.Lead, l.Version))];
        ImmutableArray<LeadId> fresh = [.. Leads.Where((_, i) => stale[i] is null).Select(l => l.Lead)];
        var given = fresh.Zip(LeadLife.AssignMany(round, fresh, To, Force, Id)).ToDictionary(g => g.First, g => g.Second);
        return [.. Leads.Select((l, i) => new LeadDone(l.Lead, stale[i] ?? given[l.Lead], round.Floor.Find(l.Lead)?.Version))];
    }
}
