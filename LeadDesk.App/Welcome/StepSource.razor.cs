using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Welcome;

/// <summary>The first source: its token is made here and shown once, inside a call that works as it stands.</summary>
public sealed partial class StepSource
{
    private string? token;

    [SupplyParameterFromForm(Name = "source", FormName = "welcome-source")] private string? Name { get; set; }

    [Inject] private Tokens Tokens { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Call => $$"""
        curl {{Navigation.BaseUri.TrimEnd('/')}}/api/v1/leads \
          -H "Authorization: Bearer {{token}}" -H "Content-Type: application/json" \
          -d '{"name":"Amelia Hart","email":"amelia@example.com","product":"ring","message":"Oval, platinum?"}'
        """;

    private async Task SaveAsync()
    {
        var name = Name?.Trim() ?? "";
        if (name.Length == 0)
        {
            Refuse(Word["Source.Nameless"]);
            return;
        }

        var key = FreeKey();
        if (await ApplyAsync(new() { ["sources"] = new JsonArray(new JsonObject { ["key"] = key, ["name"] = name, ["kind"] = "form" }) }))
        {
            token = (await Tokens.MakeForSourceAsync(key, Word["Source.TokenName"])).Token;
        }
    }

    private string FreeKey() =>
        Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? "web" : $"web-{i}").First(k => !Plan.Sources.Any(s => s.Key == k));
}
