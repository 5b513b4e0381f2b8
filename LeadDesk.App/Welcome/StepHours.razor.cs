using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Welcome;

/// <summary>When the shop is open, and how fast customers are to be answered.</summary>
public sealed partial class StepHours
{
    [SupplyParameterFromForm(Name = "week", FormName = "welcome-hours")] private string? Week { get; set; }

    [SupplyParameterFromForm(Name = "sat", FormName = "welcome-hours")] private string? Sat { get; set; }

    [SupplyParameterFromForm(Name = "sun", FormName = "welcome-hours")] private string? Sun { get; set; }

    [SupplyParameterFromForm(Name = "goal", FormName = "welcome-hours")] private int? Goal { get; set; }

    private async Task SaveAsync()
    {
        var hours = new JsonObject();
        foreach (var (days, text) in new[] { ("mon-fri", Week), ("sat", Sat), ("sun", Sun) })
        {
            if (text?.Trim() is { Length: > 0 } open)
            {
                hours[days] = new JsonArray(open.Replace('–', '-').Replace(" ", "", StringComparison.Ordinal));
            }
        }

        var place = new JsonObject { ["key"] = ShopKey };
        if (hours.Count == 0)
        {
            place["open24x7"] = true;
        }
        else
        {
            place["hours"] = hours;
        }

        var parts = new JsonObject { ["locations"] = new JsonArray(place) };
        if (Plan.Lanes.IsEmpty || Plan.Lanes.Any(l => l.Key == StepSharing.Everyone))
        {
            // The goal is a lane's: until rules are chosen, one lane stands for all of them.
            var lane = new JsonObject { ["key"] = StepSharing.Everyone, ["firstAttemptMinutes"] = Goal ?? 5, ["location"] = ShopKey };
            if (Plan.Lanes.IsEmpty)
            {
                (lane["name"], lane["method"], lane["when"], lane["fallback"]) = ("Everybody in turn", "fairTurn", new JsonObject(), "managers");
            }

            parts["lanes"] = new JsonArray(lane);
        }

        if (await ApplyAsync(parts))
        {
            GoOn();
        }
    }
}
