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
        if (!IsAsBefore(board, at))
        {
            var place = 0;
            Shown = [.. Shown.Select(l => Of(l, board, ref place, at)).Where(l => !IsOver(l, at))];
            Picture++;
        }

        if (Shown.IsEmpty)
        {
            Show();
            return;
        }

        // Whatever stands here and is not grey is on the board.
        New = board.Length - Shown.Count(l => !l.Gone);
    }

    /// <summary>Mostly nothing that stands here has changed: it is asked at each push, so it makes nothing.</summary>
    private bool IsAsBefore(ImmutableArray<LeadCard> board, DateTimeOffset at)
    {
        var place = 0;
        foreach (var line in Shown)
        {
            if (IsOver(line, at) || !ReferenceEquals(Of(line, board, ref place, at), line))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOver(BoardLine line, DateTimeOffset at) => line.GoneAt is { } gone && at - gone >= BoardLine.Grey;

    /// <summary>Shows the list as it is now.</summary>
    public void Show()
    {
        var known = Shown.Select(l => l.Lead.Id).ToHashSet();
        Shown = [.. latest.Select(l => new BoardLine(l, null, known.Count > 0 && !known.Contains(l.Id)))];
        New = 0;
        Picture++;
    }

    /// <summary>The line as it is now: the same one while it looks alike. The next line mostly stands at the next place.</summary>
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
