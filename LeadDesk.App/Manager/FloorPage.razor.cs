using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Manager;

/// <summary>The managers' floor, live: what is late first, who is here, what is held and why.</summary>
public sealed partial class FloorPage
{
    protected override bool WholeFloor => true;

    private FloorView? View { get; set; }

    private string Title => View is { Counts.Late: > 0 } view ? $"({view.Counts.Late}) {Say["Nav.Floor"]}" : Say["Nav.Floor"];

    protected override void Look(Views views)
    {
        ArgumentNullException.ThrowIfNull(views);
        View = views.Floor(Me);
    }

    /// <summary>A move that met a hard block and waits for a yes or no, and the block in words.</summary>
    private (AssignAsk Ask, string Why)? Blocked { get; set; }

    private async Task AssignAsync(AssignAsk ask)
    {
        Blocked = null;
        if (Floor.FindPerson(ask.PersonId) is not { } person)
        {
            return;
        }

        var answer = await DoAsync(
            actor => new AssignLead(actor, new LeadId(ask.LeadId), person.Number, ask.Reason ?? Say["Floor.MovedReason"], ask.Force, null, Guid.NewGuid()),
            done => Say["Toast.Moved", NameOf(done), PersonName(person.Number)],
            undoable: true);
        if (answer.Refusal is { Code: RefusalCode.NeedsForce } block)
        {
            Blocked = (ask, Words(block, answer));
        }
    }

    private Task ForceAsync() => Blocked is { } blocked ? AssignAsync(blocked.Ask with { Force = true }) : Task.CompletedTask;

    private void Leave() => Blocked = null;

    private Task ReturnAsync(Guid id) => DoAsync(
        actor => new ReturnLead(actor, new LeadId(id), null, Guid.NewGuid()),
        answer => Say["Toast.Returned", NameOf(answer)],
        undoable: true);

    private Task SetPresenceAsync(PresenceAsk ask) =>
        Floor.FindPerson(ask.PersonId) is not { } person ? Task.CompletedTask : DoAsync(
            actor => new SetPresence(actor, person.Number, ask.Presence, Guid.NewGuid()),
            _ => Say["Toast.Presence", Say.Say(ask.Presence)],
            undoable: true);
}
