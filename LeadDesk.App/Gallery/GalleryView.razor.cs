using System.Collections.Immutable;
using LeadDesk.App.Audit;
using LeadDesk.App.Fairness;
using LeadDesk.App.Manager;
using LeadDesk.App.Rules;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Gallery;

/// <summary>One screen with made-up content. It is made once: what is pressed answers with a toast and changes nothing else.</summary>
public sealed partial class GalleryView
{
    private GallerySetUp? setUp;
    private GalleryBooks? books;
    private RulesView? rules;
    private AccountView? account;
    private DiceView? dice;
    private AuditView? audit;
    private DeskView? desk;
    private FloorView? floor;
    private ImmutableDictionary<Guid, Beside> looks = ImmutableDictionary<Guid, Beside>.Empty;
    private ToastNote? toast;
    private Guid? opened;

    [Parameter, EditorRequired] public required string Screen { get; set; }

    [Parameter, EditorRequired] public required string State { get; set; }

    [Inject] private TimeProvider Clock { get; set; } = default!;

    protected override void OnInitialized()
    {
        var now = Clock.GetUtcNow();
        var views = new GalleryViews(now);
        (setUp, books) = (new(now), new(now));
        desk = Screen is "desk" or "store" ? views.Desk(State) : null;
        floor = Screen == "floor" ? views.Floor(State) : null;
        looks = floor is null ? looks : Looks(floor);
        (rules, account, dice, audit) = (setUp.Rules(State), books.Account(State), books.Dice(State), books.Audit(State));
        opened = State == "lead" ? desk?.Mine[0].Id ?? floor?.Leads[1].Id : State == "toast" ? desk?.Mine[0].Id : null;
        toast = State == "toast" ? Note("“No answer” saved for J. Okafor. Back in 2 h.").Then(Note("Mo Lund gave you a lead.") with { ActionId = null }, now) : null;
    }

    /// <summary>One lead is open at its owner's desk, another at a manager's.</summary>
    private static ImmutableDictionary<Guid, Beside> Looks(FloorView floor) => floor.Leads is not [var first, var second, ..] ? ImmutableDictionary<Guid, Beside>.Empty
        : ImmutableDictionary<Guid, Beside>.Empty.Add(first.Id, new("Dana Wu has it open", "Dana", false)).Add(second.Id, new($"{second.OwnerName} is writing", null, true));

    private EventCallback<T> Told<T>(string text) => EventCallback.Factory.Create<T>(this, _ => toast = Note(text));

    private void Present(Presence presence) => desk = desk! with { Presence = presence };

    private Task<string?> WalkedIn(Counter.WalkInAsk ask)
    {
        toast = Note("Kept");
        StateHasChanged();
        return Task.FromResult<string?>(null);
    }

    private void Undone() => toast = Note("Undone") with { ActionId = null };

    private ToastNote Note(string text) => new(text, Guid.Empty, Clock.GetUtcNow().AddSeconds(15));
}
