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
        var now = board.ToDictionary(l => l.Id);
        var before = Shown;
        Shown = [.. before
            .Select(l => now.TryGetValue(l.Lead.Id, out var lead) ? l with { Lead = lead, GoneAt = null } : l with { GoneAt = l.GoneAt ?? at })
            .Where(l => l.GoneAt is not { } gone || at - gone < BoardLine.Grey)];
        if (Shown.IsEmpty)
        {
            Show();
            return;
        }

        // Whatever stands here and is not grey is on the board.
        New = board.Length - Shown.Count(l => !l.Gone);
        Picture += before.AsSpan().SequenceEqual(Shown.AsSpan(), Alike.Instance) ? 0 : 1;
    }

    /// <summary>Shows the list as it is now.</summary>
    public void Show()
    {
        var known = Shown.Select(l => l.Lead.Id).ToHashSet();
        Shown = [.. latest.Select(l => new BoardLine(l, null, known.Count > 0 && !known.Contains(l.Id)))];
        New = 0;
        Picture++;
    }

    /// <summary>Lines that look alike: it is asked for each lead at each push, so it makes nothing.</summary>
    private sealed class Alike : EqualityComparer<BoardLine>
    {
        public static Alike Instance { get; } = new();

        public override bool Equals(BoardLine? x, BoardLine? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.GoneAt == y.GoneAt && x.Fresh == y.Fresh && Equals(x.Lead, y.Lead));

        public override int GetHashCode(BoardLine obj) => obj.Lead.Id.GetHashCode();

        private static bool Equals(LeadCard x, LeadCard y) => ReferenceEquals(x, y)
            || (x.Id == y.Id && x.Product == y.Product && x.Source == y.Source && x.RequestKind == y.RequestKind && x.Region == y.Region && x.Value == y.Value && x.Due == y.Due && x.Takeable == y.Takeable);
    }
}
