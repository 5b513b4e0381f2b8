using System.Collections.Immutable;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>A rep's whole desk, drawn from one view; what the rep does leaves through the callbacks.</summary>
public sealed partial class DeskBody
{
    private string tab = "now";
    private Guid? opened;
    private Guid? asked;
    private LeadCard? open;
    private LeadPanel? panel;
    private Primary primary;
    private WaitingBand? next;
    private BoardList? board;
    private DeskFrame? drawn;
    private ImmutableArray<AlertCard> rang = [];
    private ImmutableArray<(AlertCard Alert, GoneNote Note)> over = [];

    /// <summary>Back after days away.</summary>
    [Parameter] public bool Returned { get; set; }

    /// <summary>What this person has not seen yet of the rules; null = nothing.</summary>
    [Parameter] public Rules.RulesNews? News { get; set; }

    [Parameter] public EventCallback<long> SeenNews { get; set; }

    private bool NothingWaits => View.Waiting.All(w => w.Ok && w.Band == "0");

    /// <summary>Roughly: a number that changes with every lead would be said, and drawn, with every lead.</summary>
    private string Says(DeskView view) => Say["Say.Waiting", view.Waiting.FirstOrDefault(w => w.Band != "0")?.Band ?? WaitingBand.NameOf(view.Board.Length), view.Mine.Length];

    /// <summary>Mostly the board alone is another: then nothing around it is drawn anew, nor even asked.</summary>
    public override void Push(DeskView view, ImmutableDictionary<Guid, GoneNote> gone, ToastNote? toast)
    {
        ArgumentNullException.ThrowIfNull(view);
        var stays = board is not null && !Leaving && toast == ToastNote && rang.IsEmpty && over.IsEmpty && Frame(view) == drawn;
        if (!stays)
        {
            base.Push(view, gone, toast);
            return;
        }

        (View, Gone) = (view, gone);
        board!.Push(view, gone, Says(view));
    }

    private DeskFrame Frame(DeskView view) => DeskFrame.Of(view, opened, open is null ? null : BesideOf?.Invoke(open.Id), DateOnly.FromDateTime(Say.Here(view.At).Date));

    protected override void OnParametersSet()
    {
        if (Open != asked)
        {
            asked = Open;
            opened = Open;
            tab = Open is null ? tab : "lead";
        }

        Draw();
    }

    private void Draw()
    {
        open = opened is null ? null : View.Mine.Concat(View.Parked).FirstOrDefault(l => l.Id == opened);
        if (open is null && tab == "lead")
        {
            tab = "mine";
        }

        // What rang and was taken by somebody else says so for a moment.
        over = over.IsEmpty && rang.IsEmpty ? [] : [.. over.Where(o => View.At - o.Note.At < BoardLine.Grey),
            .. rang.Where(r => Gone.ContainsKey(r.LeadId) && !View.Alerts.Any(a => a.LeadId == r.LeadId)).Select(r => (r, Gone[r.LeadId]))];
        rang = View.Alerts;
        primary = PrimaryOf.Desk(View, open);
        next = PrimaryOf.NextLane(View);
    }

    private Task OpenLead(Guid id)
    {
        (opened, tab) = (id, "lead");
        Draw();
        return Opened.InvokeAsync(id);
    }

    private Task CloseLead()
    {
        (opened, tab) = (null, "mine");
        Draw();
        return Opened.InvokeAsync(null);
    }

    private async Task PickTabAsync(string verb)
    {
        switch (verb)
        {
            case "accept" when !View.Offers.IsEmpty:
                await Accept.InvokeAsync(View.Offers[0].LeadId);
                break;
            case "claim" when !View.Alerts.IsEmpty:
                await Claim.InvokeAsync(View.Alerts[0].LeadId);
                break;
            case "take" when next is not null:
                await Take.InvokeAsync(next.Lane);
                break;
            case "now" or "mine" or "lead":
                tab = verb;
                break;
        }
    }
}
