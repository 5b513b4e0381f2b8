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

    /// <summary>Counts up whenever the list looks otherwise than before; that its leads grow older is no change.</summary>
    public int Picture { get; private set; }

    /// <summary>The board as it is at this moment (UTC).</summary>
    public void Take(ImmutableArray<LeadCard> board, DateTimeOffset at)
    {
        latest = board;
        var (standing, other, place) = (0, false, 0);
        var lines = ImmutableArray.CreateBuilder<BoardLine>(Shown.Length);
        foreach (var line in Shown)
        {
            var next = Of(line, board, ref place, at);
            other |= !ReferenceEquals(next, line);
            if (next.GoneAt is not { } gone || at - gone < BoardLine.Grey)
            {
                lines.Add(next);
                standing += next.Gone ? 0 : 1;
            }
        }

        other |= lines.Count < Shown.Length;
        if (lines.Count == 0)
        {
            Shown = [];
            Show();
            return;
        }

        // Whatever stands here and is not grey is on the board.
        New = board.Length - standing;
        if (other)
        {
            Shown = lines.DrainToImmutable();
            Picture++;
        }
    }

    /// <summary>Shows the list as it is now.</summary>
    public void Show()
    {
        var known = Shown.Select(l => l.Lead.Id).ToHashSet();
        Shown = [.. latest.Select(l => new BoardLine(l, null, known.Count > 0 && !known.Contains(l.Id)))];
        New = 0;
        Picture++;
    }

    /// <summary>The line as it is now: the same one while it looks alike. It is asked for each lead at each push, so it makes nothing; the next line mostly stands at the next place.</summary>
    private static BoardLine Of(BoardLine line, ImmutableArray<LeadCard> board, ref int place, DateTimeOffset at)
    {
        for (var i = 0; i < board.Length; i++)
        {
            var here = (place + i) % board.Length;
            if (board[here].Id == line.Lead.Id)
            {
                place = here + 1;
                return line.GoneAt is null && LooksAlike(line.Lead, board[here]) ? line : line with { Lead = board[here], GoneAt = null };
            }
        }

        return line.Gone ? line : line with { GoneAt = at };
    }

    private static bool LooksAlike(LeadCard x, LeadCard y) => ReferenceEquals(x, y)
        || (x.Product == y.Product && x.Source == y.Source && x.RequestKind == y.RequestKind && x.Region == y.Region && x.Value == y.Value && x.Due == y.Due && x.Takeable == y.Takeable);
}
