using LeadDesk.Domain;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>All that a desk shows around its board, comparable by its value: while it is the same, only the board needs to be drawn anew.</summary>
internal sealed record DeskFrame
{
    private (Presence, PresenceCause, DateTimeOffset, DateTimeOffset?, bool, string?, StageKind?) Person { get; init; }

    private (Places, int Offered, int Taken, int Passed, FairBand) Share { get; init; }

    private EquatableArray<WaitingBand> Waiting { get; init; }

    private bool BoardIsEmpty { get; init; }

    private EquatableArray<OfferCard> Offers { get; init; }

    private EquatableArray<AlertCard> Alerts { get; init; }

    private EquatableArray<BackCard> CameBack { get; init; }

    private EquatableArray<(Guid, long, Due?, DateTimeOffset?, bool)> Leads { get; init; }

    /// <summary>The open lead, whole: a version tells of the owner and the state alone, and the panel shows more.</summary>
    private (LeadCard, int?, int?)? Open { get; init; }

    private EquatableArray<(Guid, long)> Beside { get; init; }

    /// <summary>Who else has the open lead open, in words.</summary>
    private string? Others { get; init; }

    /// <summary>Times of another day name it.</summary>
    private DateOnly Day { get; init; }

    public static DeskFrame Of(DeskView view, Guid? opened, string? others, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(view);
        var open = opened is null ? null : view.Mine.Concat(view.Parked).FirstOrDefault(l => l.Id == opened);
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
                : new([.. view.Mine.Concat(view.Parked).Concat(view.Later).Select(l => (l.Id, l.Version, l.Due, l.NextAt, Asking.IsDue(l, view.At)))]),
            Open = open is null ? null : LeadPanel.Lasting(open),
            Beside = view.Watched.IsEmpty && view.Coached.IsEmpty ? default : new([.. view.Watched.Concat(view.Coached).Select(l => (l.Id, l.Version))]),
            Others = others,
            Day = day,
        };
    }
}
