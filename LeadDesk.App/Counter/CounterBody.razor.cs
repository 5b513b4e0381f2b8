using System.Collections.Immutable;
using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Counter;

/// <summary>The whole counter, drawn from one view. The card that is shown stays until somebody taps, whatever happens to its lead.</summary>
public sealed partial class CounterBody
{
    private string tab = "now";
    private Guid? asked;
    private Guid? opened;
    private bool walking;
    private string? refused;
    private CounterItem? shown;
    private CounterItem? now;
    private CounterItem? rings;
    private LeadCard? own;
    private LeadCard? full;
    private CounterStep step;
    private ImmutableArray<CounterItem> line = [];
    private ImmutableArray<LeadCard> visits = [];
    private IReadOnlyList<ComeBack> visitTimes = [];
    private IReadOnlyList<QuickReply> replies = [];

    [Parameter, EditorRequired] public required string Place { get; set; }

    /// <summary>The first name of who works here now.</summary>
    [Parameter, EditorRequired] public required string MyName { get; set; }

    /// <summary>The floor's own quick replies; null or none = the usual ones.</summary>
    [Parameter] public IReadOnlyList<string>? OwnReplies { get; set; }

    /// <summary>When the shop is open, for visits.</summary>
    [Parameter] public OpeningHours Hours { get; set; } = OpeningHours.Always;

    /// <summary>Keeps a walk-in, or says in words why not; null = it is kept.</summary>
    [Parameter] public Func<WalkInAsk, Task<string?>>? WalkIn { get; set; }

    private bool Calm => View.Presence == Presence.WithCustomer;

    private string? Position => shown is not null && line.IndexOf(line.FirstOrDefault(shown.Is)!) is var at and >= 0 && line.Length > 1 ? Say["Counter.Of", at + 1, line.Length] : null;

    /// <summary>How many of one's own wait, and until when they can.</summary>
    private string Waits
    {
        get
        {
            var due = View.Mine.Where(l => l.Due is not null).MinBy(l => l.Due!.At);
            return View.Mine.IsEmpty ? Say["Counter.NoneOfYours"]
                : Late > 0 ? Say["Counter.YoursLate", View.Mine.Length, Late]
                : due is null ? Say["Counter.Yours", View.Mine.Length] : Say["Counter.YoursDue", View.Mine.Length, Say.Time(due.Due!.At, View.At)];
        }
    }

    protected override void OnParametersSet()
    {
        if (Open != asked)
        {
            asked = Open;
            if (Open is { } id)
            {
                (shown, tab, step) = (new(CounterKind.Mine, id), "now", CounterStep.None);
            }
        }

        Draw();
    }

    private void Draw()
    {
        line = CounterLine.Of(View);
        visits = CounterLine.Visits(View);
        shown ??= Calm || line.IsEmpty ? null : line[0];
        now = shown is null ? null : CounterLine.Now(View, shown);
        own = now is null ? null : CounterLine.Own(View, now.Lead);
        full = opened is { } id ? CounterLine.Own(View, id) : null;
        rings = line.FirstOrDefault(i => i.Kind is CounterKind.Offer or CounterKind.Alert && !i.Is(shown));
    }

    private string NameOf(CounterItem item) =>
        (View.Offers.FirstOrDefault(o => o.LeadId == item.Lead)?.Preview ?? View.Alerts.FirstOrDefault(a => a.LeadId == item.Lead)?.Preview)?.Product ?? Say["Offer.Lead"];

    private Task Show(CounterItem? item)
    {
        (shown, step) = (item, CounterStep.None);
        Draw();
        return Opened.InvokeAsync(own?.Id);
    }

    private Task NextAsync() => Show(CounterLine.After(View, shown));

    private async Task PreviewAsync(string verb)
    {
        // Its lead may be gone since the tap.
        if (now is not { } item)
        {
            return;
        }

        switch (verb)
        {
            case "take" when item.Kind == CounterKind.Offer:
                await Accept.InvokeAsync(item.Lead);
                break;
            case "take" when item.Kind == CounterKind.Next:
                shown = null;
                await Take.InvokeAsync(item.Lane);
                break;
            case "take":
                await Claim.InvokeAsync(item.Lead);
                break;
            case "passing":
                step = step == CounterStep.Pass ? CounterStep.None : CounterStep.Pass;
                break;
            case "more":
                await MoreTime.InvokeAsync(item.Lead);
                break;
            case "next":
                await NextAsync();
                break;
            default:
                await NextAsync();
                await Pass.InvokeAsync(new(item.Lead, verb.Length == 0 ? null : verb));
                break;
        }
    }

    private async Task OwnAsync(PickEventArgs pick)
    {
        if (own is not { } lead)
        {
            return;
        }

        switch (pick.Verb)
        {
            case "reply" or "visit":
                Toggle(pick.Verb == "reply" ? CounterStep.Reply : CounterStep.Visit, lead);
                break;
            case "at":
                step = CounterStep.None;
                await Attempt.InvokeAsync(new(lead.Id, Enum.Parse<Channel>(pick.Id), AttemptResult.VisitSet, null, DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(pick.Value, System.Globalization.CultureInfo.InvariantCulture))));
                break;
            case "did":
                step = CounterStep.None;
                await Attempt.InvokeAsync(new(lead.Id, Enum.Parse<Channel>(pick.Id), Enum.Parse<AttemptResult>(pick.Value), null, null));
                break;
            case "hand":
                await HandOver.InvokeAsync(new(lead.Id, Guid.Parse(pick.Value)));
                break;
            case "more":
                await OpenAsync(lead.Id);
                break;
            case "next":
                await NextAsync();
                break;
        }
    }

    private void Toggle(CounterStep wanted, LeadCard lead)
    {
        step = step == wanted ? CounterStep.None : wanted;
        visitTimes = step == CounterStep.Visit ? VisitTimes.From(View.At, Say, Hours, [.. visits.Select(v => v.NextAt!.Value)]) : [];
        replies = step == CounterStep.Reply ? QuickReply.For(lead, MyName, Place, Say, OwnReplies) : [];
    }

    private Task OpenAsync(Guid id)
    {
        (opened, tab) = (id, "mine");
        return Show(new(CounterKind.Mine, id));
    }

    private void CloseFull()
    {
        opened = null;
        Draw();
    }

    /// <summary>What was typed stays in sight until it is kept, or is not to be.</summary>
    private async Task WalkedAsync(WalkInAsk? ask)
    {
        refused = ask is null || WalkIn is null ? null : await WalkIn(ask);
        walking &= refused is not null;
    }

    private string On(string name) => name == tab ? "true" : "false";
}
