namespace LeadDesk.Domain.Distribution;

/// <summary>What put the first person of a ranking before the others, where it was not the ledger alone.</summary>
public enum Ground
{
    /// <summary>Next in a fixed order.</summary>
    Order,

    /// <summary>A turn missed earlier, kept for this person.</summary>
    KeptTurn,

    /// <summary>Handled a lead longest ago.</summary>
    Idle,

    /// <summary>Served this customer last.</summary>
    Served,

    /// <summary>Stands in for the person this customer knows, who is on leave.</summary>
    StandsIn,

    /// <summary>Has the fewest open leads.</summary>
    FewestOpen,

    /// <summary>The customer's region is theirs.</summary>
    Region,

    /// <summary>Covers for whoever has the customer's region, or has a wider one around it.</summary>
    RegionCover,

    /// <summary>In the team of whoever has the customer's region.</summary>
    RegionTeam,

    /// <summary>The customer's country is theirs.</summary>
    Country,

    /// <summary>Speaks the customer's language.</summary>
    Language,

    /// <summary>On shift when the customer may be called.</summary>
    CallingHours,

    /// <summary>Senior enough for leads of this size.</summary>
    Seniority,

    /// <summary>One of the leads of the middle bands that juniors keep.</summary>
    JuniorShare,

    /// <summary>The most points of what matches.</summary>
    Match,

    /// <summary>The best score, within the caps.</summary>
    Score,

    /// <summary>One of the leads that go as a fair turn, so that everybody can show what they can.</summary>
    Explore,

    /// <summary>Had less than the share of the day that everybody has.</summary>
    FloorShare,

    /// <summary>Next on the board of last month.</summary>
    Board,

    /// <summary>The best closing rate with a place free.</summary>
    Rate,

    /// <summary>A lead that goes outside people's specialities, so that they can grow.</summary>
    Variety,
}
