using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>Keeps a live list still under the pointer: what leaves stays grey in its place for a moment, what comes waits until it is asked for.</summary>
public sealed class BoardOrder
{
    private ImmutableArray<LeadCard> latest = [];

    public ImmutableArray<BoardLine> Shown { get; private set; } = [];

    /// <summary>How many came since the list was last shown afresh.</summary>
    public int New { get; private set; }

    /// <summary>The board as it is at this moment (UTC).</summary>
    public void Take(ImmutableArray<LeadCard> board, DateTimeOffset at)
    {
        latest = board;
        var now = board.ToDictionary(l => l.Id);
        Shown = [.. Shown
            .Select(l => now.TryGetValue(l.Lead.Id, out var lead) ? l with { Lead = lead, GoneAt = null } : l with { GoneAt = l.GoneAt ?? at })
            .Where(l => l.GoneAt is not { } gone || at - gone < BoardLine.Grey)];
        if (Shown.IsEmpty)
        {
            Show();
            return;
        }

        New = now.Keys.Except(Shown.Select(l => l.Lead.Id)).Count();
    }

    /// <summary>Shows the list as it is now.</summary>
    public void Show()
    {
        var known = Shown.Select(l => l.Lead.Id).ToHashSet();
        Shown = [.. latest.Select(l => new BoardLine(l, null, known.Count > 0 && !known.Contains(l.Id)))];
        New = 0;
    }
}
