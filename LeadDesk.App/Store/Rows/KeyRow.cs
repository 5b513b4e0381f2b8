namespace LeadDesk.App.Store.Rows;

/// <summary>One key that protects cookies and form tokens, as XML.</summary>
public sealed class KeyRow
{
    public int Id { get; set; }

    public required string Xml { get; set; }
}
