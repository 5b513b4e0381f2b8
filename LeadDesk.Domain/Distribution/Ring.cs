namespace LeadDesk.Domain.Distribution;

/// <summary>One circle of people; each further ring adds its own. ForSeconds is working time of the lane's calendar.</summary>
public sealed record Ring
{
    public string? Skill { get; init; }

    public int Level { get; init; } = 1;

    public string? Team { get; init; }

    public string? Language { get; init; }

    public string? Region { get; init; }

    /// <summary>Who has a skill that is called like the lead's product; only in the rings of a lane that names none.</summary>
    public bool Specialists { get; init; }

    /// <summary>Who is in any team; only in the rings of a lane that names none.</summary>
    public bool InTeam { get; init; }

    public int ForSeconds { get; init; } = 60;
}
