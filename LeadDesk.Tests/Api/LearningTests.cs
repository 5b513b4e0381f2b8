using LeadDesk.App.Desk;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Induction and pairing over HTTP: stages, the coach, what each of them sees, the receipt, and the same after a restart.</summary>
public sealed class LearningTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Somebody_new_watches_their_coach_and_then_works_with_them_beside_and_it_outlives_a_restart()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Morning));
        var (kim, lee) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("lee").GetAsync("me")).Id!);
        var stages = new object[] { new { kind = "watch", days = 1 }, new { kind = "coached", percent = 50, days = 3, leads = 1 }, new { percent = 75, days = 5, leads = 2 } };
        var put = (await host.As("dana").PutAsync($"people/{kim}", new { coach = lee, ramp = new { start = "2026-03-02", stages } })).Is(200);
        Assert.Equal((lee, "watch", 0m), (put["coach"].GetString(), put["stage"].GetString(), put["rampPercent"].GetDecimal()));
        await host.ComeAsync("kim", "lee");

        // Watching: nothing of their own, and their coach's leads without whom they are about.
        var lead = await host.LeadAsync("push", new { name = "Zoe Quill", value = 120 });
        var desk = (await host.As("kim").GetAsync("desk")).Is(200);
        Assert.Equal(("watch", "lee", lead), (desk["stage"].GetString(), desk["coachName"].GetString(), desk["watched"][0].GetProperty("id").GetString()));
        Assert.Equal(0, desk["mine"].GetArrayLength());
        Assert.DoesNotContain("Zoe", desk.Text + (await host.As("kim").GetAsync($"leads/{lead}")).Is(200).Text, StringComparison.Ordinal);
        (await host.As("kim").PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "reached" })).Refused(409, "not-yours");
        Assert.Equal(lead, (await host.As("kim").GetAsync("desk")).Is(200)["watched"][0].GetProperty("id").GetString());
        var receipt = (await host.As("kim").GetAsync($"ledger/entries/{host.Lead(lead).ReceiptSeq}/receipt")).Is(200);
        Assert.Contains("only watching while they learn", receipt["sentence"].GetString(), StringComparison.Ordinal);

        (await host.As("lee").PostAsync($"leads/{lead}/outcome", new { outcome = "lost", reason = "Too far away" })).Is(200);

        // With a coach: both see the lead whole, one turn is booked, and the receipt says who stands by, to the two of them alone.
        await host.PassAsync(TimeSpan.FromDays(1), f => f.FindPerson(Guid.Parse(kim))!.Terms.RampThousandths == 500);
        await host.ComeAsync("kim");
        (await host.As("lee").PutAsync("desk/presence", new { presence = "away" })).Is(200);
        await host.ComeAsync("rob");
        (await host.As("rob").PutAsync("desk/presence", new { presence = "away" })).Is(200);
        var own = await host.LeadAsync("push", new { name = "Yan Orr" });
        Assert.Equal(own, (await host.As("lee").GetAsync("desk")).Is(200)["coached"][0].GetProperty("id").GetString());
        Assert.Contains("Yan Orr", (await host.As("lee").GetAsync($"leads/{own}")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("lee stands by as coach, on the same turn.", (await host.As("kim").GetAsync($"leads/{own}/receipt")).Is(200)["sentence"].GetString(), StringComparison.Ordinal);
        Assert.Contains("stands by as coach, on the same turn.", (await host.As("lee").GetAsync($"leads/{own}/receipt")).Is(200)["sentence"].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("coach", (await host.As("rob").GetAsync($"ledger/entries/{host.Lead(own).ReceiptSeq}/receipt")).Text, StringComparison.Ordinal);
        (await host.As("lee").PostAsync($"leads/{own}/outcome", new { outcome = "won" })).Refused(409, "not-yours");
        (await host.As("kim").PostAsync($"leads/{own}/outcome", new { outcome = "won" })).Is(200);
        Assert.Equal(1, host.Floor.FindPerson(Guid.Parse(lee))!.Months.Sum(m => m.Assists));

        await host.PassAsync(TimeSpan.FromDays(2), f => f.FindPerson(Guid.Parse(kim))!.Terms.RampThousandths == 750);
        await using var again = await host.AgainAsync();
        var shown = (await again.As("dana").GetAsync($"people/{kim}")).Is(200);
        Assert.Equal(("own", lee, "watch"), (shown["stage"].GetString(), shown["coach"].GetString(), shown["ramp"].GetProperty("stages")[0].GetProperty("kind").GetString()));
        Assert.True(Recount.Of(again.Events).Ok);
    }

    [Fact]
    public async Task A_pair_is_said_by_a_manager_and_hints_are_for_managers_alone()
    {
        await using var host = new DeskHost(Floors.With());
        var (kim, lee) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("lee").GetAsync("me")).Id!);
        (await host.As("dana").PutAsync($"people/{kim}", new { coach = kim })).Names("coach");
        (await host.As("dana").PutAsync($"people/{kim}", new { coach = (await host.As("wall").GetAsync("me")).Id })).Names("coach");
        (await host.As("dana").PutAsync($"people/{kim}", new { coach = lee })).Is(200);
        var told = (await host.As("dana").GetAsync("reports/pairing")).Is(200);
        Assert.Equal((0, kim, "lee"), (told["items"].GetArrayLength(), told["paired"][0].GetProperty("repId").GetString(), told["paired"][0].GetProperty("coachName").GetString()));
        (await host.As("kim").GetAsync("reports/pairing")).Refused(403, "forbidden");
        Assert.Equal("null", (await host.As("dana").PutAsync($"people/{kim}", """{ "coach": null }""")).Is(200)["coach"].GetRawText());
    }

    [Theory]
    [InlineData("""{ "ramp": { "start": "2026-03-02", "stages": [ { "kind": "watch", "days": 1, "leads": 2 } ] } }""", "ramp.stages[0].leads")]
    [InlineData("""{ "ramp": { "start": "2026-03-02", "stages": [ { "kind": "watch", "days": 1, "percent": 10 } ] } }""", "ramp.stages[0].percent")]
    [InlineData("""{ "ramp": { "start": "2026-03-02", "stages": [ { "kind": "asleep", "percent": 10, "days": 1, "leads": 1 } ] } }""", "ramp.stages[0].kind")]
    public async Task A_stage_that_cannot_be_is_refused_by_field(string body, string field)
    {
        await using var host = new DeskHost(Floors.With());
        var kim = (await host.As("kim").GetAsync("me")).Id!;
        (await host.As("dana").PutAsync($"people/{kim}", body)).Names(field);
    }
}
