namespace LeadDesk.Domain.Distribution;

/// <summary>One circle of people; each further ring adds its own. ForSeconds is working time of the lane's calendar.</summary>
public sealed record Ring
{
    public string? Skill { get; init; }

    public int Level { get; init; } = 1;

    public string? Team { get; init; }

    public string? Language { get; init; }

    public string? Region { get; init; }

    public int ForSeconds { get; init; } = 60;
}
