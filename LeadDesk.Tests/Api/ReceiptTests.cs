using System.Globalization;
using System.Text.Json;
using LeadDesk.App.Account;
using LeadDesk.App.Fairness;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>"Why me" and "why not me" over HTTP, and who is named in them.</summary>
public sealed class ReceiptTests
{
    private static readonly string NoNames = Floors.OneOfEach.Replace("\"method\": ", "\"names\": false, \"method\": ", StringComparison.Ordinal);

    [Fact]
    public async Task A_later_edit_of_the_lane_changes_no_receipt()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("turn");
        var owner = host.NameOf(host.Lead(lead).Offer!.Rep);
        (await host.As(owner).PostAsync($"leads/{lead}/accept")).Is(200);
        var before = (await host.As(owner).GetAsync($"leads/{lead}/receipt")).Is(200).Text;

        (await host.As("ada").PutAsync("floor-file", """{ "lanes": [ { "key": "turn", "name": "Renamed", "names": false, "method": "random" } ] }""")).Is(200);
        Assert.Equal(before, (await host.As(owner).GetAsync($"leads/{lead}/receipt")).Is(200).Text);

        await using var again = await host.AgainAsync();
        Assert.Equal(before, (await again.As(owner).GetAsync($"leads/{lead}/receipt")).Is(200).Text);
    }

    [Fact]
    public async Task The_one_not_chosen_reads_why_in_the_sentence()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("turn");
        var owner = host.NameOf(host.Lead(lead).Offer!.Rep);
        var other = owner == "kim" ? "lee" : "kim";
        (await host.As(owner).PostAsync($"leads/{lead}/accept")).Is(200);
        var entry = (await host.As("dana").GetAsync("ledger?lane=turn")).Is(200)["entries"][0].GetProperty("entry").GetInt64();

        var mine = (await host.As(owner).GetAsync($"ledger/entries/{entry}/receipt")).Is(200)["sentence"].GetString()!;
        var theirs = (await host.As(other).GetAsync($"ledger/entries/{entry}/receipt")).Is(200)["sentence"].GetString()!;
        var away = (await host.As("rob").GetAsync($"ledger/entries/{entry}/receipt")).Is(200)["sentence"].GetString()!;

        Assert.Contains("went to you", mine, StringComparison.Ordinal);
        Assert.Contains("number 2 of 2", theirs, StringComparison.Ordinal);
        Assert.Contains(owner, theirs, StringComparison.Ordinal);
        Assert.Contains("not ready", away, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_names_are_off_a_refusal_names_a_colleague()
    {
        await using var host = new DeskHost(Floors.With(NoNames));
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);

        var lost = (await host.As("lee").PostAsync($"leads/{lead}/claim")).Refused(409, "already-taken");
        var stale = (await host.As("lee").PostAsync($"leads/{lead}/claim", new { version = 1 })).Refused(409, "stale");
        var manager = (await host.As("dana").PostAsync($"leads/{lead}/assign", new { to = (await host.As("lee").GetAsync("me")).Id, reason = "x", version = 1 })).Refused(409, "stale");

        foreach (var told in new[] { lost, stale })
        {
            Assert.Equal(JsonValueKind.Null, told["byName"].ValueKind);
            Assert.Contains("a colleague", told["detail"].GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("kim", told["detail"].GetString(), StringComparison.Ordinal);
        }

        Assert.Equal("kim", manager["byName"].GetString());
    }

    [Fact]
    public async Task A_pick_from_the_managers_list_is_explained()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("nothing of ours");
        (await host.As("dana").PostAsync($"leads/{lead}/assign", new { to = (await host.As("kim").GetAsync("me")).Id, reason = "free" })).Is(200);

        var receipt = (await host.As("kim").GetAsync($"leads/{lead}/receipt")).Is(200);

        Assert.Equal(("managers@0", "manager"), (receipt["laneVersion"].GetString(), receipt["method"].GetString()));
        Assert.Contains("given by a manager", receipt["sentence"].GetString(), StringComparison.Ordinal);
        Assert.Equal(1, receipt["eligible"].GetArrayLength());
    }

    [Fact]
    public async Task The_story_of_a_lead_tells_each_step_and_names_nobody_where_names_are_off()
    {
        await using var host = new DeskHost(Floors.With(NoNames));
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("turn");
        var first = host.NameOf(host.Lead(lead).Offer!.Rep);
        (await host.As(first).PostAsync($"leads/{lead}/pass")).Is(200);
        var second = host.NameOf(host.Lead(lead).Offer!.Rep);
        (await host.As(second).PostAsync($"leads/{lead}/accept")).Is(200);
        var stories = host.Services.GetRequiredService<LeadStories>();
        RepId Of(string name) => host.Services.GetRequiredService<PeopleDirectory>().FindByEmail($"{name}@example.com")!.Number;
        var id = new LeadId(Guid.Parse(lead));

        var told = (await stories.OfAsync(Of(second), id))!;

        Assert.Equal(["It came in from web.", "It matched Turn.", "Offered to a colleague.", "Passed on by a colleague.", "Offered to you.", "Accepted by you."], told.Select(s => s.Text));
        Assert.Equal(2, told.Count(s => s.Receipt is not null));
        Assert.Null(await stories.OfAsync(Of(first), id));
        Assert.Contains((await stories.OfAsync(Of("dana"), id))!, s => s.Text == $"Passed on by {first}.");
    }

    [Fact]
    public async Task The_story_of_a_lead_tells_each_warning_of_its_clock()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(new DateTimeOffset(2026, 11, 19, 9, 0, 0, TimeSpan.Zero)));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("blind");
        var id = new LeadId(Guid.Parse(lead));
        await host.PassAsync(TimeSpan.FromMinutes(301), f => f.Find(id)!.Warned == 1);
        await host.PassAsync(TimeSpan.FromMinutes(180), f => f.Find(id)!.Warned == 2);
        await host.PassAsync(TimeSpan.FromMinutes(120), f => f.Find(id)!.LateAt is not null);
        var stories = host.Services.GetRequiredService<LeadStories>();
        var dana = host.Services.GetRequiredService<PeopleDirectory>().FindByEmail("dana@example.com")!.Number;
        async Task TellsAsync(params string[] steps)
        {
            var story = stories.OfAsync(dana, id);
            await host.MoveUntilAsync(story);
            Assert.Equal(steps, (await story)!.Select(s => s.Text).Where(t => steps.Contains(t, StringComparer.Ordinal)));
        }

        await TellsAsync("Half of the time to the first answer was over.", "80 % of the time to the first answer were over.", "The first answer was late.");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        await TellsAsync("Die Hälfte der Zeit bis zur ersten Antwort war um.", "80 % der Zeit bis zur ersten Antwort waren um.", "Die erste Antwort kam zu spät.");
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        // Another clock since then: what part it was is not known any more.
        var other = Floors.OneOfEach.Replace("\"firstAttemptMinutes\": 600", "\"firstAttemptMinutes\": 60", StringComparison.Ordinal);
        (await host.As("ada").PutAsync("floor-file", $$"""{ "lanes": [ {{other}} ] }""")).Is(200);

        await TellsAsync("The clock warned: 1 of 2.", "The clock warned: 2 of 2.", "The first answer was late.");
    }
}
