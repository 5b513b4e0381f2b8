using System.Collections;
using System.Globalization;
using System.Resources;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Make;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Words;

/// <summary>Rules and their differences in words.</summary>
public sealed class RuleWordingTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<RuleWording>().AddSingleton<RuleDiff>().AddSingleton<RuleWarnings>().BuildServiceProvider();

    private static readonly Lane Rings = Lanes.Of("sharkTank", "rings") with
    {
        Name = "Rings over 3,000",
        When = new() { Product = ["ring"], ValueAtLeast = 3000 },
        Rings = [new Ring { Skill = "ring", Level = 2, ForSeconds = 60 }, new Ring { ForSeconds = 120 }],
        Fallback = new Fallback("all"),
    };

    private static readonly Lane All = Lanes.Of("blindPull", "all") with { Name = "Everything else", Fallback = Fallback.Managers };

    private RuleWording Words => services.GetRequiredService<RuleWording>();

    public void Dispose() => services.Dispose();

    [Fact]
    public void A_rule_reads_as_a_sentence()
    {
        var plan = Plan(Rings, All);
        Assert.Equal("Rings over 3,000: about ring, worth 3,000 or more → open call to ring specialists of level 2 up, after 1 min to everybody. If nobody takes it: Everything else.", Words.Sentence(plan, Rings));
        Assert.Equal("Everything else: every other lead → people take the next one, unseen. If nobody takes it: the managers.", Words.Sentence(plan, All));
    }

    [Fact]
    public void Every_way_of_sharing_has_words() =>
        Assert.All(Catalogue.Names, name => Assert.NotNull(Words.Known($"how-{name}") is { } && Words.Known($"method-{name}") is { } known ? known : null));

    [Fact]
    public void Differences_are_told_one_by_one()
    {
        var after = Plan(
            All with { Name = "The rest" },
            Rings with { FirstAttemptMinutes = 10, Method = "shotgun" },
            Lanes.Of("fairTurn", "watches") with { Name = "Watches", When = Lanes.Product("watch") });
        Assert.Equal(
            [
                "New, at place 3: Watches (about watch → in turn, by fair share).",
                "Everything else is now called The rest.",
                "Rings over 3,000: way of sharing is now Open call to the experts (shotgun), was Open call (shark tank).",
                "Rings over 3,000: minutes to the first answer is now 10, was 5.",
                "Rings over 3,000 moves from place 1 to place 2.",
            ],
            services.GetRequiredService<RuleDiff>().Of(Plan(Rings, All), after).AsEnumerable());
        Assert.Equal("Gone: Rings over 3,000.", Assert.Single(services.GetRequiredService<RuleDiff>().Of(Plan(Rings, All), Plan(All))));
        Assert.Empty(services.GetRequiredService<RuleDiff>().Of(Plan(Rings, All), Plan(Rings, All)));
    }

    [Fact]
    public void A_rule_that_never_fires_or_that_nobody_fits_is_warned_of()
    {
        var warnings = services.GetRequiredService<RuleWarnings>();
        Assert.Equal("Never fires: Everything else takes every such lead first.", warnings.Of(Plan(All, Rings with { Fallback = Fallback.Managers }), [])["rings"].Text);
        Assert.Empty(warnings.Of(Plan(Rings, All), []));
        var world = World.With(Rings with { Rings = [new Ring { Skill = "ring" }], Fallback = Fallback.Next }, All);
        world.Join();
        Assert.True(warnings.Of(world.Floor.Plan.Plan, world.Floor.People)["rings"].IsWarning);
    }

    [Fact]
    public void Words_of_rules_never_shout()
    {
        var texts = new ResourceManager(typeof(RuleWords)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>().Select(e => (string)e.Value!).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.DoesNotContain("!", t, StringComparison.Ordinal));
    }

    private static FloorPlan Plan(params Lane[] lanes) => new() { Lanes = [.. lanes] };
}
