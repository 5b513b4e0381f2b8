namespace LeadDesk.Domain.Fairness;

/// <summary>What one person did with what was put to them and with what they took: the counts behind the fairness watch, in leads.</summary>
public readonly record struct WatchCount
{
    /// <summary>Rang at their desk.</summary>
    public int Alerts { get; init; }

    /// <summary>Of those, reached for: claimed, or pressed where others were quicker.</summary>
    public int Reached { get; init; }

    /// <summary>Offered to them alone.</summary>
    public int Offers { get; init; }

    /// <summary>Of those, passed on or left to lapse.</summary>
    public int Declined { get; init; }

    /// <summary>How often a third offer in a row was declined.</summary>
    public int Storms { get; init; }

    /// <summary>Taken by their own choice: pulled, claimed or accepted.</summary>
    public int Chosen { get; init; }

    /// <summary>Of those, lost or late without a first try by the owner's due.</summary>
    public int Burned { get; init; }

    /// <summary>Pulled or claimed.</summary>
    public int Helped { get; init; }

    /// <summary>Of those, given back without a try.</summary>
    public int Peeked { get; init; }

    /// <summary>Of those, taken while two or more others of theirs had not had a first try.</summary>
    public int Piled { get; init; }

    /// <summary>Brought to an end.</summary>
    public int Ended { get; init; }

    /// <summary>Of those, ended as no lead at all, or as lost within a day; without those where a manager agreed that it was none.</summary>
    public int Emptied { get; init; }

    public static WatchCount operator +(WatchCount one, WatchCount other) => one.Plus(other);

    public WatchCount Plus(WatchCount other) => new()
    {
        Alerts = Alerts + other.Alerts,
        Reached = Reached + other.Reached,
        Offers = Offers + other.Offers,
        Declined = Declined + other.Declined,
        Storms = Storms + other.Storms,
        Chosen = Chosen + other.Chosen,
        Burned = Burned + other.Burned,
        Helped = Helped + other.Helped,
        Peeked = Peeked + other.Peeked,
        Piled = Piled + other.Piled,
        Ended = Ended + other.Ended,
        Emptied = Emptied + other.Emptied,
    };
}
