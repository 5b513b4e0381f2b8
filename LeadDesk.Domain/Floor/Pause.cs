namespace LeadDesk.Domain.Floor;

/// <summary>
/// A pause of the intake from Since to Until (UTC). Nothing is refused or lost by it: leads that come in meanwhile wait, with their clocks
/// running, and go out the oldest first when it ends; what had come before goes on. Seq is the log's number of the event, under which the
/// words for customers lie.
/// </summary>
public sealed record Pause(PauseScope Scope, DateTimeOffset Since, DateTimeOffset Until, RepId? By, long Seq)
{
    /// <summary>Keeps a lead that came in since from being put to anybody in this lane.</summary>
    public bool Keeps(Leads.Lead lead, string lane)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.ReceivedAt >= Since && Scope switch
        {
            { Kind: PauseKind.All } => true,
            { Kind: PauseKind.Source, Key: var key } => key == lead.Source,
            { Kind: PauseKind.Lane, Key: var key } => key == lane,
            _ => false,
        };
    }

    /// <summary>Keeps new leads from a person.</summary>
    public bool Spares(Rep rep)
    {
        ArgumentNullException.ThrowIfNull(rep);
        return Scope switch
        {
            { Kind: PauseKind.Person, Rep: var one } => one == rep.Number,
            { Kind: PauseKind.Team, Key: { } team } => rep.Terms.Teams.Contains(team, StringComparer.Ordinal),
            _ => false,
        };
    }
}
