using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>One lead on the board as it is drawn; GoneAt (UTC) = somebody else has it since, fresh = it has just been let in.</summary>
public sealed record BoardLine(LeadCard Lead, DateTimeOffset? GoneAt, bool Fresh = false)
{
    /// <summary>So long a lead that somebody took stays in its place in grey.</summary>
    public static readonly TimeSpan Grey = TimeSpan.FromSeconds(4);

    public bool Gone => GoneAt is not null;
}
