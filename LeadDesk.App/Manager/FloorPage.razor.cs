using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Manager;

/// <summary>The managers' floor, live: what is late first, who is here, what is held and why.</summary>
public sealed partial class FloorPage
{
    private ImmutableDictionary<Guid, Beside> beside = ImmutableDictionary<Guid, Beside>.Empty;

    protected override bool WholeFloor => true;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private Fairness.LeadStories Stories { get; set; } = default!;

    /// <summary>An address may name a lead to be read.</summary>
    [SupplyParameterFromQuery(Name = "lead")] public Guid? Opened { get; set; }

    private FloorView? View { get; set; }

    private string Title => View is { Counts.Late: > 0 } view ? $"({view.Counts.Late}) {Say["Nav.Floor"]}" : Say["Nav.Floor"];

    protected override void Look(Views views)
    {
        ArgumentNullException.ThrowIfNull(views);
        View = views.Floor(Me);
        beside = Others().GroupBy(o => o.Lead.Value).ToImmutableDictionary(g => g.Key, g => Beside.Of(g, Floor.Find(g.First().Lead)?.Owner, PersonName, Say));
    }

    private void Look(Guid? lead) => LookAt(lead is { } id ? new LeadId(id) : null);

    private Task<IReadOnlyList<Fairness.StoryStep>?> ExplainAsync(Guid lead) => Stories.OfAsync(Me, new LeadId(lead));

    private Blocked? Blocked { get; set; }

    private ImmutableArray<Fit> FitsOf(ImmutableArray<Guid> leads) => Eyes().Fits([.. leads.Select(l => new LeadId(l))]);

    private Task AssignAsync(AssignAsk ask) => AssignAsync(ask, Guid.NewGuid());

    private async Task AssignAsync(AssignAsk ask, Guid action)
    {
        Blocked = null;
        if (Floor.FindPerson(ask.PersonId) is not { } person)
        {
            return;
        }

        ImmutableArray<LeadAsked> asked = [.. ask.Leads.Select(Asked)];
        var answer = await DoAsync(
            actor => new AssignMany(actor, asked, person.Number, ask.Reason ?? Say["Floor.MovedReason"], ask.Force, null, action),
            done => Moved(done, person.Number),
            undoable: true);
        ImmutableArray<LeadDone> blocked = [.. answer.Decided.Leads.Where(d => d.Refusal?.Code == RefusalCode.NeedsForce)];
        if (!blocked.IsEmpty)
        {
            var why = Words(blocked[0].Refusal!, answer);
            Blocked = new(ask with { Leads = [.. ask.Leads.Where(l => blocked.Any(d => d.Lead.Value == l.Id))], Force = true }, ask.Leads.Length == 1 ? why : Say["Bulk.Blocked", blocked.Length, ask.Leads.Length, why], action);
        }
    }

    /// <summary>A lead that got another owner since it was looked at stays there; that it was offered or rang meanwhile does not matter.</summary>
    private LeadAsked Asked(LeadSeen seen)
    {
        var id = new LeadId(seen.Id);
        var now = Floor.Find(id);
        var owner = now?.Owner is { } rep ? Floor.Person(rep).Id : (Guid?)null;
        return new(id, now is not null && owner == seen.Owner ? now.Version : seen.Version);
    }

    /// <summary>What a move came to, in a sentence or two: how many went, and why any stayed.</summary>
    private string Moved(Answer answer, RepId to)
    {
        var done = answer.Decided.Leads;
        var moved = done.Count(d => d.Refusal is null);
        var stayed = done.Where(d => d.Refusal is { Code: not RefusalCode.NeedsForce }).ToList();
        var said = (done.Length, moved, stayed) switch
        {
            (1, 1, _) => Say["Toast.Moved", NameOf(done[0].Lead, answer), PersonName(to)],
            (1, 0, [var only]) => Words(only.Refusal!, answer, only.Lead),
            (_, 0, _) => Say["Bulk.NoneMoved"],
            (_, 1, _) => Say["Bulk.MovedOne", PersonName(to)],
            _ => Say["Bulk.Moved", moved, PersonName(to)],
        };
        return done.Length == 1 || stayed.Count == 0 ? said : $"{said} {Say["Bulk.Stayed", stayed.Count]}";
    }

    private Task ForceAsync() => Blocked is { } blocked ? AssignAsync(blocked.Ask, blocked.Action) : Task.CompletedTask;

    private void Leave() => Blocked = null;

    private void Refuse(string why) => Tell(why);

    private Task ReturnAsync(Guid id) => DoAsync(
        actor => new ReturnLead(actor, new LeadId(id), null, Guid.NewGuid()),
        answer => Say["Toast.Returned", NameOf(answer)],
        undoable: true);

    private Task ExtendAsync(ExtendAsk ask) => DoAsync(
        actor => new ExtendOwnership(actor, new LeadId(ask.Id), ask.Reason ?? Say["Floor.ExtendedReason"]),
        answer => Say["Toast.Extended", NameOf(answer), Floor.Find(new LeadId(ask.Id))?.OwnedUntil is { } until ? Say.Exact(until) : ""]);

    private ImmutableArray<PauseChoice> PauseChoices() => [.. PauseChoice.Of(Floor, Say["Pause.All"], PersonName)];

    private Task PauseAsync(PauseAsk ask) => DoAsync(
        actor => new PauseIntake(actor, ask.Scope, ask.Until, ask.Notice),
        _ => Say["Toast.Paused", Say.Time(ask.Until, Clock.GetUtcNow())]);

    private Task ResumeAsync(string scope) =>
        Floor.Pauses.FirstOrDefault(p => Eyes().Pause(p).Scope == scope) is not { } pause ? Task.CompletedTask : DoAsync(
            actor => new ResumeIntake(actor, pause.Scope),
            _ => Say["Toast.Resumed"]);

    private Task CreditAsync(CreditAnswer answer) => DoAsync(
        actor => new DecideCredit(actor, new LeadId(answer.LeadId), answer.Approve, null),
        done => Say[answer.Approve ? "Credit.Approved" : "Credit.Declined", PersonName(done.Floor.Find(new LeadId(answer.LeadId))!.Owner!.Value)]);

    private Task SetPresenceAsync(PresenceAsk ask) =>
        Floor.FindPerson(ask.PersonId) is not { } person ? Task.CompletedTask : DoAsync(
            actor => new SetPresence(actor, person.Number, ask.Presence, Guid.NewGuid()),
            _ => Say["Toast.Presence", Say.Say(ask.Presence)],
            undoable: true);
}
