using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.RepDesk;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Counter;

/// <summary>The in-store screen, live: one card and one thumb.</summary>
public sealed partial class CounterPage
{
    private const int NameLength = 200;
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The card stands in the address, so that a phone that slept comes back to it.</summary>
    [SupplyParameterFromQuery(Name = "lead")] public Guid? Opened { get; set; }

    /// <summary>The counter's card stands still by itself.</summary>
    protected override bool MayStand => false;

    protected override Guid? Shown => Opened;

    [Inject] private LastCards Cards { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override object Around => (Opened, Title, FirstName, Shop, Floor.Plan.Plan);

    private string Title
    {
        get
        {
            var waits = View is null ? 0 : Asking.Count(View);
            return waits == 0 ? Say["Nav.Store"] : $"({waits}) {Say["Nav.Store"]}";
        }
    }

    private OpeningHours Hours => Shop?.Hours ?? OpeningHours.Always;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (View is not null && Opened is null && Cards.Of(Me) is { } last && CounterLine.Own(View, last) is not null)
        {
            Opened = last;
            Shows();
        }
    }

    protected override void Open(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer is { IsDone: true, Lead: { } id })
        {
            OpenedAt(id.Value);
        }
    }

    /// <summary>A customer at the counter reads no other customer's name.</summary>
    protected override string? Discreet(string text, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = NameOf(answer);
        return text.Contains(name, StringComparison.Ordinal) ? text.Replace(name, Glance.Initials(name), StringComparison.Ordinal) : null;
    }

    private void OpenedAt(Guid? id)
    {
        Opened = id;
        Shows();
        Cards.Keep(Me, id);
        Navigation.NavigateTo(id is null ? "/store" : $"/store?lead={id}", replace: true);
    }

    private async Task<string?> WalkInAsync(WalkInAsk ask)
    {
        var mail = ask.Reach?.Contains('@', StringComparison.Ordinal) == true;
        var name = ask.Name.Length > NameLength ? ask.Name[..NameLength] : ask.Name;
        var answer = await DoAsync(
            actor => new WalkIn(actor, new LeadId(Guid.NewGuid()), Facts.None, new LeadPerson(new Contact(name, mail ? ask.Reach : null, mail ? null : ask.Reach, null), null, Nothing)),
            _ => Say["Counter.WalkInKept", name],
            intent: ask);
        Open(answer);
        StateHasChanged();
        return answer.IsDone ? null : Toast?.Text;
    }
}
