namespace LeadDesk.App.Store.Rows;

/// <summary>The last lead of a contact, found by the keyed hash of its e-mail or phone.</summary>
public sealed class ContactRow
{
    public required byte[] Hash { get; set; }

    public Guid Lead { get; set; }

    /// <summary>The number of the person who owned that lead, or null.</summary>
    public int? Owner { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long At { get; set; }
}
