using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LeadDesk.App.Shell;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Welcome;

/// <summary>What the shop is called, where its clock stands, and its money.</summary>
public sealed partial class StepShop
{
    private const int LongestKey = 40;
    private static readonly string[] Zones = [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id).Append("UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [SupplyParameterFromForm(Name = "shop", FormName = "welcome-shop")] private string? Name { get; set; }

    [SupplyParameterFromForm(Name = "zone", FormName = "welcome-shop")] private string? Zone { get; set; }

    [SupplyParameterFromForm(Name = "currency", FormName = "welcome-shop")] private string? Currency { get; set; }

    [SupplyParameterFromForm(Name = "language", FormName = "welcome-shop")] private string? Language { get; set; }

    private async Task SaveAsync()
    {
        var name = Name?.Trim() ?? "";
        if (name.Length == 0)
        {
            Refuse(Word["Shop.Nameless"]);
            return;
        }

        var zone = Zone?.Trim() ?? "";
        var place = new JsonObject { ["key"] = Shop?.Key ?? KeyOf(name), ["name"] = name, ["timeZone"] = zone };
        if (await ApplyAsync(new() { ["timeZone"] = zone, ["currency"] = Currency?.Trim().ToUpperInvariant(), ["locations"] = new JsonArray(place) }))
        {
            Cultures.Choose(Http, Language);
            GoOn();
        }
    }

    /// <summary>green-lake for Green Lake; what has no such letters is the shop.</summary>
    private static string KeyOf(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var key = string.Join('-', string.Concat(plain.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return key.Length == 0 ? "shop" : key.Length > LongestKey ? key[..LongestKey].TrimEnd('-') : key;
    }
}
