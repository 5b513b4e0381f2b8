using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Manager;

/// <summary>The managers' floor, drawn from one view; what the manager does leaves through the callbacks.</summary>
public sealed partial class FloorBody
{
    private Guid? moving;
    private Guid? owner;
    private Dictionary<Guid, string> names = [];

    [Parameter, EditorRequired] public required FloorView View { get; set; }

    [Parameter] public ToastNote? ToastNote { get; set; }

    [Parameter] public EventCallback<AssignAsk> Assign { get; set; }

    [Parameter] public EventCallback<Guid> Return { get; set; }

    [Parameter] public EventCallback<PresenceAsk> SetPresence { get; set; }

    [Parameter] public EventCallback<Guid> Undo { get; set; }

    protected override void OnParametersSet() => names = View.Leads.ToDictionary(l => l.Id, Say.Name);

    private void StartMove(Guid id)
    {
        moving = id;
        owner = View.Leads.FirstOrDefault(l => l.Id == id)?.OwnerId;
    }

    private void StopMove() => moving = null;

    private Task AssignAsync(AssignAsk ask)
    {
        moving = null;
        return Assign.InvokeAsync(ask);
    }

    private Task ReturnAsync(Guid id)
    {
        moving = null;
        return Return.InvokeAsync(id);
    }
}
