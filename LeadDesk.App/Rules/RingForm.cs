using LeadDesk.Domain.Distribution;

namespace LeadDesk.App.Rules;

/// <summary>One circle of people while somebody edits it; empty texts ask for nothing.</summary>
public sealed class RingForm(Ring ring)
{
    public string Skill { get; set; } = ring.Skill ?? "";

    public int Level { get; set; } = ring.Level;

    public string Team { get; set; } = ring.Team ?? "";

    public string Language { get; set; } = ring.Language ?? "";

    public string Region { get; set; } = ring.Region ?? "";

    public int ForSeconds { get; set; } = ring.ForSeconds;

    public Ring Ring => new()
    {
        Skill = Or(Skill),
        Level = Skill.Length == 0 ? 1 : Level,
        Team = Or(Team),
        Language = Or(Language),
        Region = Or(Region),
        ForSeconds = ForSeconds,
    };

    private static string? Or(string text) => text.Length == 0 ? null : text;
}
