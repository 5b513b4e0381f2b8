using System.Collections.Immutable;
using LeadDesk.App.RepDesk;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Counter;

/// <summary>Everything that asks for somebody at the counter, one card after the other: what rings, one's own that cannot wait, then what is there to take.</summary>
public static class CounterLine
{
    public static ImmutableArray<CounterItem> Of(DeskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            .. view.Offers.Select(o => new CounterItem(CounterKind.Offer, o.LeadId)),
            .. view.Alerts.Select(a => new CounterItem(CounterKind.Alert, a.LeadId)),
            .. view.Mine.Where(l => Asks(l, view.At)).OrderBy(DueAt).Select(l => new CounterItem(CounterKind.Asks, l.Id)),
            .. view.Board.Where(l => l.Takeable && view.BoardShut is null).Select(l => new CounterItem(CounterKind.Board, l.Id)),
            .. view.Waiting.Where(w => w.Ok && w.Band != "0").Select(w => new CounterItem(CounterKind.Next, Guid.Empty, w.Lane)),
        ];
    }

    /// <summary>What this card is now; null when it is no longer there for this person.</summary>
    public static CounterItem? Now(DeskView view, CounterItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(view).FirstOrDefault(item.Is) ?? (Own(view, item.Lead) is null ? null : item with { Kind = CounterKind.Mine });
    }

    /// <summary>The card after this one, round and round; null when there is no other.</summary>
    public static CounterItem? After(DeskView view, CounterItem? item)
    {
        var line = Of(view);
        var at = item is null ? -1 : line.IndexOf(line.FirstOrDefault(item.Is)!);
        return line.Length == 0 || (line.Length == 1 && at == 0) ? null : line[(at + 1) % line.Length];
    }

    /// <summary>One of the viewer's own leads, parked ones among them.</summary>
    public static LeadCard? Own(DeskView view, Guid lead)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Mine.Concat(view.Parked).FirstOrDefault(l => l.Id == lead);
    }

    /// <summary>Own leads with a visit that was agreed, the next one first.</summary>
    public static ImmutableArray<LeadCard> Visits(DeskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Mine.Concat(view.Parked).Where(l => l.HasVisit()).OrderBy(l => l.NextAt)];
    }

    private static bool Asks(LeadCard lead, DateTimeOffset at) => lead.Due?.Band == Band.Breach || Asking.IsDue(lead, at) || PrimaryOf.Untouched(lead);

    private static DateTimeOffset DueAt(LeadCard lead) => lead.Due?.At ?? lead.NextAt ?? DateTimeOffset.MaxValue;
}
