using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Fairness;

namespace LeadDesk.App.Api;

/// <summary>A receipt as the interface tells it.</summary>
internal static class ReceiptJson
{
    public static JsonObject Write(ReceiptCard card)
    {
        var json = new JsonObject
        {
            ["entry"] = card.Entry,
            ["laneVersion"] = $"{card.Lane}@{card.LaneVersion.ToString(CultureInfo.InvariantCulture)}",
            ["at"] = JsonSerializer.SerializeToNode(card.At, Json.Options),
            ["method"] = card.Method,
            ["eligible"] = new JsonArray([.. card.Eligible.Select(p => (JsonNode)new JsonObject
            {
                ["repId"] = p.Id,
                ["name"] = p.Name,
                ["balance"] = p.Balance.ToString(CultureInfo.InvariantCulture),
                ["rank"] = p.Rank,
                ["figure"] = card.Figures.TryGetValue(p.Id, out var figure) ? new JsonObject { ["value"] = figure.Value, ["leads"] = figure.Leads } : null,
            })]),
            ["passedOver"] = new JsonArray([.. card.PassedOver.Select(p => (JsonNode)new JsonObject
            {
                ["repId"] = p.Id,
                ["name"] = p.Name,
                ["test"] = p.Test.ToString(),
                ["reason"] = p.Reason,
            })]),
            ["chosen"] = card.Chosen,
            ["tieBreak"] = card.TieBreak?.ToString(),
            ["ground"] = card.Ground is { } ground ? WireName.Of(ground) : null,
            ["forced"] = card.Forced?.ToString(),
            ["sentence"] = card.Sentence,
        };
        if (card.Steps is { } steps)
        {
            json["blend"] = $"{steps.Blend}@{steps.Version.ToString(CultureInfo.InvariantCulture)}";
            json["stages"] = new JsonArray([.. steps.Stages.Select(s => (JsonNode)s)]);
        }

        if (card.Lead is { } lead)
        {
            json["leadId"] = lead.Value;
        }

        return json;
    }
}
