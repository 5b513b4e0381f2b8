using System.Globalization;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Welcome;

/// <summary>Who works here: one a line, by e-mail or by user name. Their first passwords are shown once.</summary>
public sealed partial class StepPeople
{
    private const int Most = 100;
    private IReadOnlyList<(string Name, string Login, string Password)> made = [];

    [SupplyParameterFromForm(Name = "people", FormName = "welcome-people")] private string? Lines { get; set; }

    [Inject] private PeopleDirectory Directory { get; set; } = default!;

    private async Task AddAsync()
    {
        var lines = (Lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length is 0 or > Most)
        {
            Refuse(Word[lines.Length == 0 ? "People.None" : "People.Many", Most]);
            return;
        }

        var people = lines.Select(PersonOf).ToList();
        if (people.FindIndex(p => LoginName.Normal(p.Login) is null) is >= 0 and var odd)
        {
            Refuse(Word["People.Line", odd + 1, lines[odd]]);
            return;
        }

        if (people.FindIndex(p => Directory.FindByEmail(p.Login) is not null) is >= 0 and var there)
        {
            Refuse(Word["People.There", there + 1, people[there].Login]);
            return;
        }

        var entries = people.Select(p => (JsonNode)new JsonObject { ["name"] = p.Name, [LoginName.FieldOf(p.Login)] = p.Login, ["password"] = p.Password }.Unless(Shop is null, "location", ShopKey));
        if (await ApplyAsync(new() { ["people"] = new JsonArray([.. entries]) }))
        {
            made = people;
        }
    }

    /// <summary>"Kim Alvarez &lt;kim@example.com&gt;", "Mia Lund, mia.lund", or the address alone.</summary>
    private static (string Name, string Login, string Password) PersonOf(string line)
    {
        var cut = line.IndexOfAny(['<', ',', ';', '\t']);
        var login = (cut < 0 ? line : line[(cut + 1)..]).Trim(' ', '>', '<', '\t');
        var name = cut < 0 ? "" : line[..cut].Trim(' ', '"');
        return (name.Length > 0 ? name : NameOf(login), login, StartPassword.Make());
    }

    private static string NameOf(string login) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(login.Split('@')[0].Replace('.', ' ').Replace('_', ' ').Trim());
}
