using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>What a person wants of a lane while somebody edits it.</summary>
public sealed class WishForm(string lane, OptIn wish)
{
    public string Lane => lane;

    public bool On { get; set; } = wish.On;

    public int? PerDay { get; set; } = wish.PerDay;

    /// <summary>Hours without new leads as typed, such as "18:00-08:00"; empty = none.</summary>
    public string Quiet { get; set; } = wish.Quiet?.ToString() ?? "";
}
