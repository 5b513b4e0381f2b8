using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LeadDesk.App.Admin;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Admin;

public sealed class FloorFileTests(ITestOutputHelper output)
{
    private static readonly string[] Methods = ["fairTurn", "sharkTank", "blindPull", "sticky", "nonSalesRota", "blend", "huntGroup", "random"];

    [Fact]
    public void What_is_left_out_of_a_new_entry_has_the_defaults()
    {
        var floor = Merge("""
            { "people": [{ "name": "Kim", "email": "kim@example.com" }], "lanes": [{ "key": "all", "method": "fairTurn" }], "locations": [{ "key": "shop" }],
              "teams": [{ "key": "sales" }], "sources": [{ "key": "web" }] }
            """);
        var kim = Assert.Single(floor.People);
        Assert.Null(kim.Before);
        Assert.Equal(new RepTerms(), kim.After.Terms);
        Assert.Empty(kim.After.OptIn);
        Assert.False(kim.After.HasSecrets);
        var lane = Assert.Single(floor.Plan.Lanes);
        Assert.Equal(("all", 1, LeadOrder.Fifo, 90, 1, 5, 14, 0), (lane.Name, lane.Version, lane.Order, lane.OfferSeconds, lane.MoreTime, lane.FirstAttemptMinutes, lane.OwnershipDays, lane.PhotoFinishMs));
        Assert.Equal([5, 15], lane.HoldMinutes.AsEnumerable());
        Assert.Null(lane.NoRepeat);
        Assert.True(lane.Fallback.IsNext);
        Assert.True(Assert.Single(floor.Plan.Locations).Hours.IsAlways);
        Assert.Equal([50, 80], floor.Plan.Clocks.WarnAtPercent.AsEnumerable());
    }

    [Fact]
    public void A_full_file_says_what_it_says_and_comes_back_the_same()
    {
        var floor = Merge(Full);
        var lane = floor.Plan.Lanes[0];
        Assert.Equal("rings", lane.Key);
        Assert.Equal(["ring", "Ring set"], lane.When.Product.AsEnumerable());
        Assert.Equal([RequestKind.CallBack, RequestKind.NonSales], lane.When.RequestKind.AsEnumerable());
        Assert.Equal((3000m, true), (lane.When.ValueAtLeast, lane.When.KnownCustomer));
        Assert.Equal((LeadOrder.Hot, Reveal.AllButContact, 2, 3), (lane.Order, lane.Reveal!.Value, lane.NoRepeat!.Value, lane.WipLimit!.Value));
        Assert.Equal([new Ring { Skill = "ring", Level = 2, ForSeconds = 30 }, new Ring { Team = "sales" }], lane.Rings.AsEnumerable());
        Assert.Equal([10, 20, 99], lane.WarnAtPercent!.Value.AsEnumerable());
        Assert.Equal("true", floor.Plan.Lanes[2].Settings["weighted"]);
        Assert.Equal("all,rings", floor.Plan.Lanes[1].Settings["stages"]);
        var kim = floor.People[0].After;
        Assert.Equal((Role.Manager, true, 1500, 250, 3), (kim.Terms.Role, kim.Terms.TakesLeads, kim.Terms.WeightThousandths, kim.Terms.RampThousandths, kim.Terms.Seniority));
        Assert.Equal("Europe/Berlin", kim.Terms.Shift!.TimeZone);
        Assert.Equal(new Caps(20, null, 300), kim.Terms.Caps);
        Assert.Equal([new OptIn(false, null), new OptIn(true, 8)], [kim.OptIn["all"], kim.OptIn["rings"]]);
        Assert.Equal(("a long enough one", "token-token-token-token-1", "4711"), (kim.Password, kim.Token, kim.Pin));
        Assert.Equal([new SourceSecrets("web", "token-token-token-token-2", "s3cret-s3cret")], floor.Secrets.AsEnumerable());
        Assert.Equal("email", floor.Plan.Sources[0].Mapping["E-Mail"]);
        Assert.Equal((false, true, 60), (floor.Plan.Clocks.TellManager, floor.Plan.Clocks.Reclaim, floor.Plan.Clocks.GraceSeconds));
        Assert.Equal("EUR", floor.Plan.Locations[0].Currency);
        ComesBackTheSame(floor);
    }

    [Fact]
    public void The_example_floor_is_taken_and_comes_back_the_same()
    {
        if (SharedData.Find("spec/floor.example.json") is not { } file)
        {
            output.WriteLine("skipped: no example floor beside the repository");
            return;
        }

        var floor = Merge(File.ReadAllText(file));
        Assert.Equal(["not-sales", "known", "rings", "everyone"], floor.Plan.Lanes.Select(l => l.Key));
        Assert.Equal("everyone", floor.Plan.Lanes[2].Fallback.Key);
        Assert.Equal("America/Los_Angeles", floor.Plan.Lanes[0].Location is { } key ? floor.Plan.Locations.Single(l => l.Key == key).Hours.TimeZone : null);
        Assert.True(floor.Plan.Locations.Single(l => l.Key == "online").Hours.IsAlways);
        Assert.Equal(3, floor.People.Length);
        Assert.Equal(new OptIn(true, 8), floor.People[0].After.OptIn["rings"]);
        Assert.Equal("471103", floor.People[2].After.Pin);
        ComesBackTheSame(floor);
    }

    [Fact]
    public void An_export_holds_no_secret()
    {
        var floor = Merge(Full);
        var written = FloorFile.Write(floor.Plan, floor.People.Select(p => p.After));
        Assert.DoesNotContain("a long enough one", written, StringComparison.Ordinal);
        Assert.DoesNotContain("token-token", written, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", written, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", written, StringComparison.Ordinal);
        Assert.DoesNotContain("a long enough one", floor.People[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token-token", string.Concat(floor.Secrets), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_mentioned_stays_and_null_means_the_default()
    {
        var before = Merge(Full);
        var after = Merge("""{ "lanes": [{ "key": "all", "offerSeconds": 45 }, { "key": "rings", "reveal": null, "warnAtPercent": null, "offerSeconds": null }] }""", before);
        var rings = after.Plan.Lanes.Single(l => l.Key == "rings");
        Assert.Null(rings.Reveal);
        Assert.Null(rings.WarnAtPercent);
        Assert.Equal((90, 3, "sharkTank"), (rings.OfferSeconds, rings.WipLimit!.Value, rings.Method));
        Assert.Equal(45, after.Plan.Lanes.Single(l => l.Key == "all").OfferSeconds);
        Assert.Equal(before.Plan.Locations.AsEnumerable(), after.Plan.Locations.AsEnumerable());
        Assert.Equal(before.Plan.Outcomes["lost"].AsEnumerable(), after.Plan.Outcomes["lost"].AsEnumerable());
        Assert.Empty(after.People);
    }

    [Fact]
    public void Lanes_stand_as_in_the_file_and_the_others_keep_their_order_behind()
    {
        var before = Merge("""{ "lanes": [{ "key": "a", "method": "fairTurn" }, { "key": "b", "method": "fairTurn" }, { "key": "c", "method": "fairTurn" }] }""");
        var after = Merge("""{ "lanes": [{ "key": "c" }, { "key": "new", "method": "sticky" }] }""", before);
        Assert.Equal(["c", "new", "a", "b"], after.Plan.Lanes.Select(l => l.Key));
        Assert.True(after.PlanChanged);
    }

    [Fact]
    public void A_lane_gets_a_new_version_only_if_it_says_something_else()
    {
        var before = Merge(Full);
        var after = Merge("""{ "lanes": [{ "key": "rings", "offerSeconds": 91 }, { "key": "chain" }, { "key": "all", "name": "Everything else" }] }""", before);
        Assert.Equal([2, 1, 1], after.Plan.Lanes.Select(l => l.Version));
        Assert.Equal([3, 1, 1], Merge("""{ "lanes": [{ "key": "rings", "when": {} }] }""", after).Plan.Lanes.Select(l => l.Version));
    }

    [Fact]
    public void With_replace_what_the_file_leaves_out_goes_and_people_are_switched_off()
    {
        var before = Merge(Full);
        var after = Merge("""{ "replace": true, "lanes": [{ "key": "rings", "method": "fairTurn" }], "people": [{ "name": "Kim", "email": "KIM@example.com" }] }""", before);
        Assert.Equal(("rings", 2, 90), (Assert.Single(after.Plan.Lanes).Key, after.Plan.Lanes[0].Version, after.Plan.Lanes[0].OfferSeconds));
        Assert.Empty(after.Plan.Locations);
        Assert.Empty(after.Plan.Outcomes);
        Assert.Equal(["kim@example.com", "lee@example.com"], after.People.Select(p => p.After.Email));
        Assert.Equal(new RepTerms(), after.People[0].After.Terms);
        Assert.False(after.People[1].After.Terms.Active);
        Assert.Equal("Lee", after.People[1].After.Name);
    }

    [Fact]
    public void People_are_known_by_their_address_whatever_its_case()
    {
        var before = Merge(Full);
        var change = Assert.Single(Merge("""{ "people": [{ "email": "KIM@Example.com", "wipLimit": 9, "optIn": { "all": null } }] }""", before).People);
        Assert.Equal("kim@example.com", change.After.Email);
        Assert.Equal((9, 1500, Role.Manager), (change.After.Terms.WipLimit, change.After.Terms.WeightThousandths, change.After.Terms.Role));
        Assert.Equal(OptIn.Everything, change.After.OptIn["all"]);
        Assert.Equal(new OptIn(true, 8), change.After.OptIn["rings"]);
    }

    [Fact]
    public void A_new_secret_alone_is_a_change_of_that_person_only()
    {
        var change = Assert.Single(Merge("""{ "people": [{ "email": "lee@example.com", "pin": "0815" }] }""", Merge(Full)).People);
        Assert.Equal("0815", change.After.Pin);
        Assert.Null(change.After.Token);
    }

    [Fact]
    public void Shifts_follow_the_zone_of_the_location()
    {
        var change = Assert.Single(Merge("""{ "locations": [{ "key": "shop", "timeZone": "America/New_York" }] }""", Merge(Full)).People);
        Assert.Equal("America/New_York", change.After.Terms.Shift!.TimeZone);
    }

    [Fact]
    public void A_location_that_never_closes_keeps_its_zone_and_its_holidays()
    {
        var floor = Merge("""{ "locations": [{ "key": "night", "timeZone": "Asia/Kolkata", "open24x7": true, "holidays": ["2026-01-26"] }] }""");
        var hours = floor.Plan.Locations[0].Hours;
        Assert.Equal("Asia/Kolkata", hours.TimeZone);
        Assert.True(hours.IsOpen(new DateTimeOffset(2026, 1, 25, 12, 0, 0, TimeSpan.Zero)));
        Assert.False(hours.IsOpen(new DateTimeOffset(2026, 1, 26, 12, 0, 0, TimeSpan.Zero)));
        ComesBackTheSame(floor);
    }

    [Fact]
    public void An_entry_that_is_wrong_changes_nothing()
    {
        var before = Merge(Full);
        var merge = FloorFile.Merge(before.Plan, People(before), Read("""{ "currency": "GBP", "lanes": [{ "key": "rings", "offerSeconds": 7, "location": "nowhere" }], "people": [{ "name": "New", "email": "new@example.com" }] }"""));
        Assert.Equal(["lanes[0].location"], merge.Errors.ByField.Keys);
        Assert.Same(before.Plan, merge.Plan);
        Assert.Empty(merge.People);
    }

    private static string Full => """
        { "timeZone": "Europe/Berlin", "currency": "EUR",
          "locations": [{ "key": "shop", "name": "Shop", "timeZone": "Europe/Berlin", "hours": { "mon-fri": ["10:00-13:00", "14:00-19:00"], "sat": ["22:00-02:00"] }, "holidays": ["2026-12-25"], "currency": "EUR" }],
          "teams": [{ "key": "sales", "name": "Sales", "location": "shop" }],
          "people": [
            { "name": "Kim", "email": "kim@example.com", "role": "manager", "takesLeads": true, "teams": ["sales"], "skills": { "ring": 3 }, "languages": ["en", "es"], "regions": ["98"],
              "shift": { "mon-fri": ["10:00-18:00"] }, "location": "shop", "wipLimit": 6, "caps": { "day": 20, "month": 300 }, "weight": 1.5, "ramp": 25, "seniority": 3, "perMinute": 90,
              "optIn": { "rings": { "perDay": 8 }, "all": false }, "password": "a long enough one", "token": "token-token-token-token-1", "pin": "4711" },
            { "name": "Lee", "email": "lee@example.com" }],
          "sources": [{ "key": "web", "name": "Web", "kind": "form", "token": "token-token-token-token-2", "signingSecret": "s3cret-s3cret", "autoReply": "thanks", "duplicateHours": 48, "perMinute": 30, "mapping": { "E-Mail": "email" } }],
          "lanes": [
            { "key": "rings", "name": "Rings", "method": "sharkTank", "order": "hotFirst", "reveal": "allButContact",
              "when": { "source": ["web"], "product": ["ring", "Ring set"], "region": ["NW"], "postcodePrefix": ["98"], "country": ["US"], "language": ["en"], "company": ["Doe"], "companySizeAtLeast": 2,
                        "companySizeBelow": 50, "valueAtLeast": 3000, "valueBelow": 9000.5, "scoreAtLeast": 3, "requestKind": ["callBack", "nonSales"], "knownCustomer": true, "discreet": false },
              "rings": [{ "skill": "ring", "level": 2, "forSeconds": 30 }, { "team": "sales" }], "offerSeconds": 20, "moreTime": 0, "firstAttemptMinutes": 7, "ownerMinutes": 9, "ownershipDays": 3,
              "photoFinishMs": 750, "alertMinMs": 250, "claimsPerMinute": 60, "warnAtPercent": [10, 20, 99], "holdMinutes": [1, 2], "leftBehindMinutes": [3, 4], "maxAgeMinutes": 5, "noRepeat": 2,
              "freeReleasesPerDay": 4, "coolDownSeconds": 10, "stopTheLine": true, "allowWithCustomer": true, "names": false, "wipLimit": 3, "location": "shop", "fallback": "all" },
            { "key": "chain", "name": "Chain", "method": "blend", "stages": ["all", "rings"] },
            { "key": "all", "name": "Everything else", "method": "random", "noRepeat": "all", "fallback": "managers", "settings": { "weighted": true } }],
          "clocks": { "warnAtPercent": [40], "breach": ["reclaim"], "graceSeconds": 60 },
          "outcomes": { "lost": ["no budget"], "junk": [] } }
        """;

    private static void ComesBackTheSame(FloorFileMerge floor)
    {
        var people = People(floor);
        var written = FloorFile.Write(floor.Plan, people);
        foreach (var file in new[] { written, "{ \"replace\": true," + written.TrimStart()[1..] })
        {
            var again = FloorFile.Merge(floor.Plan, people, Read(file));
            Assert.Empty(again.Errors.All);
            Assert.False(again.PlanChanged);
            Assert.Empty(again.People);
            Assert.Equal(floor.Plan.Lanes.Select(l => l.Version), again.Plan.Lanes.Select(l => l.Version));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(FloorFile.Write(again.Plan, people))));
            Assert.Equal(floor.Plan.Locations.AsEnumerable(), again.Plan.Locations.AsEnumerable());
        }
    }

    private static ImmutableArray<PersonEntry> People(FloorFileMerge floor) => [.. floor.People.Select(p => p.After with { Password = null, Token = null, Pin = null })];

    private static FloorFileRead Read(string json)
    {
        var read = FloorFile.Read(json, Methods);
        Assert.Empty(read.Errors.All);
        return read;
    }

    private static FloorFileMerge Merge(string json, FloorFileMerge? onto = null)
    {
        var merge = FloorFile.Merge(onto?.Plan ?? FloorPlan.Empty, onto is null ? [] : People(onto), Read(json));
        Assert.Empty(merge.Errors.All);
        return merge;
    }
}
