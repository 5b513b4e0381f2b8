namespace LeadDesk.App.Admin;

/// <summary>What a person wants of a lane while somebody edits it.</summary>
public sealed class WishForm(string lane)
{
    public string Lane => lane;

    public bool On { get; set; } = true;

    public int? PerDay { get; set; }
}
