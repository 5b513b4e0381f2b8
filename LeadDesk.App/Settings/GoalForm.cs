using LeadDesk.Domain.Distribution;

namespace LeadDesk.App.Settings;

/// <summary>What a lane promises: the first answer in minutes, and how long an offer waits, in seconds.</summary>
public sealed class GoalForm
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public int Minutes { get; set; }

    public int OfferSeconds { get; set; }

    public static GoalForm Of(Lane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return new() { Key = lane.Key, Name = lane.Name, Minutes = lane.FirstAttemptMinutes, OfferSeconds = lane.OfferSeconds };
    }
}
