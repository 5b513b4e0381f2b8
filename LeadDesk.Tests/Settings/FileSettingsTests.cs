using Bunit;
using LeadDesk.App.Admin;
using LeadDesk.App.Settings;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Make;
using LeadDesk.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Settings;

/// <summary>A floor file is looked at before it comes into force.</summary>
public sealed class FileSettingsTests : Stage
{
    private static readonly FloorPlan Plan = new()
    {
        Lanes = [Lanes.Of("fairTurn", "turn") with { Name = "In turn" }],
        Sources = [new("web", "Website", "form")],
    };

    public FileSettingsTests()
    {
        Services.AddSingleton<RuleWording>();
        Services.AddSingleton<RuleDiff>();
    }

    [Fact]
    public void What_it_would_change_is_said_part_by_part_and_nothing_comes_into_force_unasked()
    {
        var applied = 0;
        var dropped = 0;
        var preview = Read("""
            {
              "currency": "EUR",
              "people": [ { "name": "Kim", "email": "kim@example.com" }, { "name": "Lou", "email": "lou@example.com" } ],
              "sources": [ { "key": "web", "name": "Web shop", "kind": "form" }, { "key": "phone", "name": "Phone", "kind": "form" } ],
              "lanes": [ { "key": "turn", "name": "One by one" } ]
            }
            """);
        var file = Render<FileSettings>(p => p.Add(f => f.Preview, preview).Add(f => f.Apply, () => applied++).Add(f => f.Drop, () => dropped++));

        var lines = file.FindAll("[data-file-preview] li").Select(l => l.TextContent).ToList();
        Assert.Equal(4, lines.Count);
        Assert.Contains("One by one", lines[0], StringComparison.Ordinal);
        Assert.Equal("People: 2 new, 0 changed, 0 no longer here.", lines[1]);
        Assert.Equal("Sources: 1 new, 1 changed, 0 gone.", lines[2]);
        Assert.StartsWith("Settings of the whole floor change too", lines[3], StringComparison.Ordinal);
        Assert.Equal((0, 0), (applied, dropped));

        file.Find("[data-file-apply]").Click();
        file.Find("[data-file-drop]").Click();
        Assert.Equal((1, 1), (applied, dropped));
        file.Render(p => p.Add(f => f.Preview, null));
        Assert.Empty(file.FindAll("[data-file-preview] li, [data-file-apply]"));
    }

    [Fact]
    public void A_file_that_changes_nothing_says_so_and_has_nothing_to_apply()
    {
        var file = Render<FileSettings>(p => p.Add(f => f.Preview, Read("""{ "currency": "USD" }""")));

        Assert.Equal("This file changes nothing.", file.Find("[data-file-preview]").TextContent.Trim());
        Assert.Empty(file.FindAll("[data-file-apply]"));
    }

    private static FloorFilePreview Read(string json) => new(Plan, FloorFile.Merge(Plan, [], FloorFile.Read(json, Catalogue.Names)));
}
