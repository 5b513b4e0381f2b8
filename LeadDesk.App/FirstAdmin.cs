namespace LeadDesk.App;

/// <summary>The first admin of an empty floor, from the environment; used only while no admin exists.</summary>
public sealed record FirstAdmin(string Email, string? Password, string? Token)
{
    // Secrets must not reach a log by way of a record's text.
    public override string ToString() => Email;
}
