using LeadDesk.Domain;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>All that a desk shows around its board, comparable by its value: while it is the same, only the board needs to be drawn anew.</summary>
internal sealed record DeskFrame
{
    private readonly record struct Own(Guid Id, long Version, Due? Due, Due? OwnerDue, bool IsDue, KnownBy? KnownBy)
    {
        /// <summary>What becomes another without a new version: a version tells of the owner and the state alone.</summary>
        public (TransferCard? Transfer, int Attempts, int Notes, DateTimeOffset? Next, DateTimeOffset? Stopped, DateTimeOffset? Until) Beyond { get; init; }
    }

    private (Presence, PresenceCause, DateTimeOffset, DateTimeOffset?, bool, string?, StageKind?) Person { get; init; }

    private (Places, int Offered, int Taken, int Passed, FairBand) Share { get; init; }

    private EquatableArray<WaitingBand> Waiting { get; init; }

    private bool BoardIsEmpty { get; init; }

    private EquatableArray<OfferCard> Offers { get; init; }

    private EquatableArray<AlertCard> Alerts { get; init; }

    private EquatableArray<BackCard> CameBack { get; init; }

    private EquatableArray<Own> Leads { get; init; }

    private EquatableArray<(Guid, long)> Beside { get; init; }

    /// <summary>Who else has the open lead open, in words.</summary>
    private string? Others { get; init; }

    /// <summary>Times of another day name it.</summary>
    private DateOnly Day { get; init; }

    public static DeskFrame Of(DeskView view, string? others, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Person = (view.Presence, view.PresenceCause, view.PresenceSince, view.PausedUntil, view.AlertsMore, view.CoachName, view.Stage),
            Share = (view.Places, view.Today.Offered, view.Today.Taken, view.Today.Passed, FairBand.Of(view.Today.Expected)),
            Waiting = new(view.Waiting),
            BoardIsEmpty = view.Board.IsEmpty,
            Offers = new(view.Offers),
            Alerts = new(view.Alerts),
            CameBack = new(view.CameBack),
            Leads = view.Mine.IsEmpty && view.Parked.IsEmpty && view.Later.IsEmpty ? default
                : new([.. view.Mine.Concat(view.Parked).Concat(view.Later).Select(l => new Own(l.Id, l.Version, l.Due, l.OwnerDue, Asking.IsDue(l, view.At), l.KnownBy) { Beyond = (l.Transfer, l.Attempts?.Length ?? 0, l.Notes?.Length ?? 0, l.NextAt, l.StoppedAt, l.OwnedUntil) })]),
            Beside = view.Watched.IsEmpty && view.Coached.IsEmpty ? default : new([.. view.Watched.Concat(view.Coached).Select(l => (l.Id, l.Version))]),
            Others = others,
            Day = day,
        };
    }
}
