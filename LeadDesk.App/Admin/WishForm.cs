namespace LeadDesk.App.Admin;

/// <summary>What a person wants of a lane while somebody edits it.</summary>
public sealed class WishForm(string lane)
{
    public string Lane => lane;

    public bool On { get; set; } = true;

    public int? PerDay { get; set; }

    /// <summary>Hours without new leads as typed, such as "18:00-08:00"; empty = none.</summary>
    public string Quiet { get; set; } = "";
}
