using System.Text.Json.Nodes;
using LeadDesk.App.Admin;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Admin;

public sealed class FloorFileFaultTests
{
    private static readonly string[] Methods = ["fairTurn", "sharkTank", "blend", "random", .. Catalogue.Names];

    [Theory]
    [InlineData("timezone", """{ "timezone": "UTC" }""")]
    [InlineData("timeZone", """{ "timeZone": "Mars/Olympus" }""")]
    [InlineData("timeZone", """{ "timeZone": "../../etc/passwd" }""")]
    [InlineData("timeZone", """{ "timeZone": "Pacific Standard Time" }""")]
    [InlineData("currency", """{ "currency": "usd" }""")]
    [InlineData("replace", """{ "replace": "yes" }""")]
    [InlineData("locations[0].key", """{ "locations": [{ "name": "x" }] }""")]
    [InlineData("locations[0].key", """{ "locations": [{ "key": "green lake" }] }""")]
    [InlineData("locations[1].key", """{ "locations": [{ "key": "a" }, { "key": "a" }] }""")]
    [InlineData("locations[0].hours.mo", """{ "locations": [{ "key": "a", "hours": { "mo": ["10:00-12:00"] } }] }""")]
    [InlineData("locations[0].hours.mon[1]", """{ "locations": [{ "key": "a", "hours": { "mon": ["10:00-12:00", "noon"] } }] }""")]
    [InlineData("locations[0].holidays[0]", """{ "locations": [{ "key": "a", "holidays": ["2026-02-30"] }] }""")]
    [InlineData("locations[0].open24x7", """{ "locations": [{ "key": "a", "open24x7": true, "hours": {} }] }""")]
    [InlineData("teams[0].location", """{ "teams": [{ "key": "a", "location": "nowhere" }] }""")]
    [InlineData("teams[0].lead", """{ "teams": [{ "key": "a", "lead": "x" }] }""")]
    [InlineData("people[0].email", """{ "people": [{ "name": "Kim" }] }""")]
    [InlineData("people[0].email", """{ "people": [{ "name": "Kim", "email": "kim" }] }""")]
    [InlineData("people[1].email", """{ "people": [{ "name": "Kim", "email": "kim@example.com" }, { "name": "Kim", "email": "Kim@Example.com" }] }""")]
    [InlineData("people[0].name", """{ "people": [{ "email": "kim@example.com" }] }""")]
    [InlineData("people[0].role", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "role": "boss" }] }""")]
    [InlineData("people[0].active", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "active": true }] }""")]
    [InlineData("people[0].teams[0]", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "teams": ["nobody"] }] }""")]
    [InlineData("people[0].skills.ring", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "skills": { "ring": 4 } }] }""")]
    [InlineData("people[0].shift.mon-fri[0]", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "shift": { "mon-fri": ["25:00-26:00"] } }] }""")]
    [InlineData("people[0].wipLimit", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "wipLimit": 0 }] }""")]
    [InlineData("people[0].caps.year", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "caps": { "year": 1 } }] }""")]
    [InlineData("people[0].weight", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "weight": 5.1 }] }""")]
    [InlineData("people[0].ramp", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "ramp": "half" }] }""")]
    [InlineData("people[0].ramp", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "ramp": 0 }] }""")]
    [InlineData("people[0].optIn.nowhere", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "optIn": { "nowhere": true } }] }""")]
    [InlineData("people[0].optIn.a.quiet", """{ "lanes": [{ "key": "a", "method": "fairTurn" }], "people": [{ "name": "Kim", "email": "kim@example.com", "optIn": { "a": { "quiet": "at night" } } }] }""")]
    [InlineData("people[0].optIn.a.daily", """{ "lanes": [{ "key": "a", "method": "fairTurn" }], "people": [{ "name": "Kim", "email": "kim@example.com", "optIn": { "a": { "daily": 1 } } }] }""")]
    [InlineData("people[0].password", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "password": "elevenchars" }] }""")]
    [InlineData("people[0].password", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "password": "Password1234" }] }""")]
    [InlineData("people[0].password", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "password": "kim@example.com" }] }""")]
    [InlineData("people[0].token", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "token": "too-short" }] }""")]
    [InlineData("people[0].token", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "token": "has a space in it, sadly enough" }] }""")]
    [InlineData("people[1].token", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "token": "token-token-token-token-1" }, { "name": "Lee", "email": "lee@example.com", "token": "token-token-token-token-1" }] }""")]
    [InlineData("people[0].pin", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "pin": "123" }] }""")]
    [InlineData("people[0].pin", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "pin": 1234 }] }""")]
    [InlineData("people[0].perMinute", """{ "people": [{ "name": "Kim", "email": "kim@example.com", "perMinute": 0 }] }""")]
    [InlineData("sources[0].perMinute", """{ "sources": [{ "key": "a", "perMinute": "often" }] }""")]
    [InlineData("sources[0].kind", """{ "sources": [{ "key": "a", "kind": 7 }] }""")]
    [InlineData("sources[0].secret", """{ "sources": [{ "key": "a", "secret": "x" }] }""")]
    [InlineData("sources[0].mapping.Mail", """{ "sources": [{ "key": "a", "mapping": { "Mail": 1 } }] }""")]
    [InlineData("lanes[0].key", """{ "lanes": [{ "key": "managers", "method": "fairTurn" }] }""")]
    [InlineData("lanes[0].method", """{ "lanes": [{ "key": "a" }] }""")]
    [InlineData("lanes[0].method", """{ "lanes": [{ "key": "a", "method": "roundRobin" }] }""")]
    [InlineData("lanes[0].settings", """{ "lanes": [{ "key": "a", "method": "fairTurn", "settings": { "weighted": true } }] }""")]
    [InlineData("lanes[0].settings", """{ "lanes": [{ "key": "a", "method": "random", "settings": [] }] }""")]
    [InlineData("lanes[0].settings.weight", """{ "lanes": [{ "key": "a", "method": "random", "settings": { "weight": true } }] }""")]
    [InlineData("lanes[0].settings.weights.nationality", """{ "lanes": [{ "key": "a", "method": "matchScore", "settings": { "weights": { "language": 2, "nationality": 1 } } }] }""")]
    [InlineData("lanes[0].settings.weights.colour", """{ "lanes": [{ "key": "a", "method": "matchScore", "settings": { "weights": { "colour": 1 } } }] }""")]
    [InlineData("lanes[0].settings.bands.many", """{ "lanes": [{ "key": "a", "method": "companySize", "settings": { "bands": { "many": 1 } } }] }""")]
    [InlineData("lanes[0].settings.skills.web", """{ "lanes": [{ "key": "a", "method": "productSpecialist", "settings": { "skills": { "web": 1 } } }] }""")]
    [InlineData("lanes[0].settings.cover.kim", """{ "lanes": [{ "key": "a", "method": "region", "settings": { "cover": { "kim": "lee@example.com" } } }] }""")]
    [InlineData("lanes[0].settings.varietyPercent", """{ "lanes": [{ "key": "a", "method": "region", "settings": { "varietyPercent": 51 } }] }""")]
    [InlineData("lanes[0].settings.kind", """{ "lanes": [{ "key": "a", "method": "huntGroup", "settings": { "kind": "spiral" } }] }""")]
    [InlineData("lanes[0].settings.ringSeconds", """{ "lanes": [{ "key": "a", "method": "huntGroup", "settings": { "ringSeconds": 61 } }] }""")]
    [InlineData("lanes[0].settings.order[0]", """{ "lanes": [{ "key": "a", "method": "strictRotation", "settings": { "order": ["kim"] } }] }""")]
    [InlineData("lanes[0].settings.order[1]", """{ "lanes": [{ "key": "a", "method": "strictRotation", "settings": { "order": ["kim@example.com", "KIM@example.com"] } }] }""")]
    [InlineData("lanes[0].settings.weighted", """{ "lanes": [{ "key": "a", "method": "random", "settings": { "weighted": "yes" } }] }""")]
    [InlineData("lanes[0].order", """{ "lanes": [{ "key": "a", "method": "fairTurn", "order": "random" }] }""")]
    [InlineData("lanes[0].reveal", """{ "lanes": [{ "key": "a", "method": "fairTurn", "reveal": "Nothing" }] }""")]
    [InlineData("lanes[0].when.colour", """{ "lanes": [{ "key": "a", "method": "fairTurn", "when": { "colour": ["red"] } }] }""")]
    [InlineData("lanes[1].when.valueAtLeast", """{ "lanes": [{ "key": "a", "method": "fairTurn" }, { "key": "b", "method": "fairTurn", "when": { "valueAtLeast": "3000" } }] }""")]
    [InlineData("lanes[0].when.valueBelow", """{ "lanes": [{ "key": "a", "method": "fairTurn", "when": { "valueAtLeast": 5, "valueBelow": 5 } }] }""")]
    [InlineData("lanes[0].when.requestKind[0]", """{ "lanes": [{ "key": "a", "method": "fairTurn", "when": { "requestKind": ["chat"] } }] }""")]
    [InlineData("lanes[0].when.product", """{ "lanes": [{ "key": "a", "method": "fairTurn", "when": { "product": [] } }] }""")]
    [InlineData("lanes[0].rings[0].level", """{ "lanes": [{ "key": "a", "method": "fairTurn", "rings": [{ "skill": "x", "level": 4 }] }] }""")]
    [InlineData("lanes[0].rings[0].team", """{ "lanes": [{ "key": "a", "method": "fairTurn", "rings": [{ "team": "nobody" }] }] }""")]
    [InlineData("lanes[0].rings[0].seconds", """{ "lanes": [{ "key": "a", "method": "fairTurn", "rings": [{ "seconds": 5 }] }] }""")]
    [InlineData("lanes[0].photoFinishMs", """{ "lanes": [{ "key": "a", "method": "fairTurn", "photoFinishMs": 2001 }] }""")]
    [InlineData("lanes[0].holdMinutes", """{ "lanes": [{ "key": "a", "method": "fairTurn", "holdMinutes": [15, 5] }] }""")]
    [InlineData("lanes[0].leftBehindMinutes", """{ "lanes": [{ "key": "a", "method": "fairTurn", "leftBehindMinutes": [15] }] }""")]
    [InlineData("lanes[0].warnAtPercent", """{ "lanes": [{ "key": "a", "method": "fairTurn", "warnAtPercent": [80, 50] }] }""")]
    [InlineData("lanes[0].warnAtPercent[0]", """{ "lanes": [{ "key": "a", "method": "fairTurn", "warnAtPercent": [100] }] }""")]
    [InlineData("lanes[0].noRepeat", """{ "lanes": [{ "key": "a", "method": "fairTurn", "noRepeat": "none" }] }""")]
    [InlineData("lanes[0].noRepeat", """{ "lanes": [{ "key": "a", "method": "fairTurn", "noRepeat": -1 }] }""")]
    [InlineData("lanes[0].wipLimit", """{ "lanes": [{ "key": "a", "method": "fairTurn", "wipLimit": 0 }] }""")]
    [InlineData("lanes[0].location", """{ "lanes": [{ "key": "a", "method": "fairTurn", "location": "nowhere" }] }""")]
    [InlineData("lanes[0].fallback", """{ "lanes": [{ "key": "a", "method": "fairTurn", "fallback": "nowhere" }] }""")]
    [InlineData("lanes[0].fallback", """{ "lanes": [{ "key": "a", "method": "fairTurn", "fallback": "a" }] }""")]
    [InlineData("lanes[0].fallback lanes[1].fallback", """{ "lanes": [{ "key": "a", "method": "fairTurn", "fallback": "b" }, { "key": "b", "method": "fairTurn", "fallback": "a" }, { "key": "c", "method": "fairTurn", "fallback": "a" }] }""")]
    [InlineData("lanes[0].stages[0]", """{ "lanes": [{ "key": "a", "method": "blend", "stages": ["nowhere"] }] }""")]
    [InlineData("lanes[0].stages lanes[1].fallback", """{ "lanes": [{ "key": "a", "method": "blend", "stages": ["b"] }, { "key": "b", "method": "fairTurn", "fallback": "a" }] }""")]
    [InlineData("clocks.breach[0]", """{ "clocks": { "breach": ["shout"] } }""")]
    [InlineData("clocks.graceSeconds", """{ "clocks": { "graceSeconds": -1 } }""")]
    [InlineData("clocks.grace", """{ "clocks": { "grace": 5 } }""")]
    [InlineData("outcomes.maybe", """{ "outcomes": { "maybe": [] } }""")]
    [InlineData("outcomes.lost[0]", """{ "outcomes": { "lost": [5] } }""")]
    public void A_fault_is_named_by_its_path(string paths, string file)
    {
        var errors = Merge(file);
        Assert.Equal(paths.Split(' '), errors.ByField.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        Assert.Equal(
            ["currency", "lanes[0].location", "lanes[0].method", "people"],
            Merge("""{ "currency": "x", "lanes": [{ "key": "a", "method": "y", "location": "nowhere" }], "people": 5 }""").ByField.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_no_JSON_says_where_it_breaks()
    {
        Assert.Contains("line 1, position 4", Assert.Single(FloorFile.Read("{ \"", Methods).Errors.All).Words, StringComparison.Ordinal);
        Assert.False(FloorFile.Read("[]", Methods).Ok);
    }

    [Theory]
    [InlineData("correct horse battery staple", false)]
    [InlineData("qwertyuiop123", false)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("eleven char", false)]
    [InlineData("twelve chars", true)]
    [InlineData("пароль с пробелами", true)]
    public void Passwords_are_long_and_not_common(string password, bool fine) => Assert.Equal(fine, PasswordRule.WhyNot(password) is null);

    [Fact]
    public void A_password_of_129_characters_is_too_long()
    {
        Assert.Null(PasswordRule.WhyNot(string.Concat(Enumerable.Repeat("abcdefgh", 16))));
        Assert.NotNull(PasswordRule.WhyNot(string.Concat(Enumerable.Repeat("abcdefgh", 16)) + "i"));
    }

    [Fact]
    public void However_a_file_is_bent_it_is_taken_or_refused_in_words()
    {
        const int Seed = 90210;
        var random = new Random(Seed);
        for (var round = 0; round < 3_000; round++)
        {
            var file = JsonNode.Parse(Sound)!;
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                Bend(file, random);
            }

            var bent = file.ToJsonString();
            try
            {
                Assert.All(Merge(bent).All, e => Assert.NotEmpty(e.Words));
            }
            catch (Exception thrown)
            {
                Assert.Fail($"seed {Seed}, round {round}: {bent}: {thrown}");
            }
        }
    }

    private const string Sound = """
        { "timeZone": "Europe/Berlin", "currency": "EUR",
          "locations": [{ "key": "shop", "timeZone": "Europe/Berlin", "hours": { "mon-fri": ["10:00-13:00"] }, "holidays": ["2026-12-25"] }],
          "teams": [{ "key": "sales", "location": "shop" }],
          "people": [{ "name": "Kim", "email": "kim@example.com", "teams": ["sales"], "skills": { "ring": 3 }, "shift": { "mon": ["10:00-18:00"] }, "caps": { "day": 2 }, "weight": 1.5, "ramp": 25, "optIn": { "a": { "perDay": 8, "quiet": "18:00-08:00" } }, "pin": "4711" }],
          "sources": [{ "key": "web", "token": "token-token-token-token-2", "mapping": { "E-Mail": "email" } }],
          "lanes": [{ "key": "a", "method": "sharkTank", "when": { "product": ["ring"], "valueAtLeast": 3000 }, "rings": [{ "team": "sales" }], "noRepeat": 2, "holdMinutes": [1, 2], "fallback": "b" },
                    { "key": "b", "method": "blend", "stages": ["c"], "warnAtPercent": [10] }, { "key": "c", "method": "random", "settings": { "weighted": true } }],
          "clocks": { "breach": ["reclaim"] }, "outcomes": { "lost": ["no budget"] } }
        """;

    private static void Bend(JsonNode node, Random random)
    {
        while (true)
        {
            if (node is JsonObject { Count: > 0 } members)
            {
                var name = members.ElementAt(random.Next(members.Count)).Key;
                if (members[name] is JsonObject or JsonArray && random.Next(4) > 0)
                {
                    node = members[name]!;
                    continue;
                }

                members[random.Next(5) == 0 ? Nasty(random) : name] = Junk(random);
            }
            else if (node is JsonArray { Count: > 0 } items)
            {
                var at = random.Next(items.Count);
                if (items[at] is JsonObject or JsonArray && random.Next(4) > 0)
                {
                    node = items[at]!;
                    continue;
                }

                items[at] = Junk(random);
            }

            return;
        }
    }

    private static JsonNode? Junk(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => true,
        2 => random.Next(-2, 3000),
        3 => 0.5m,
        4 => new JsonArray(Nasty(random), 5),
        5 => new JsonObject { [Nasty(random)] = Nasty(random) },
        6 => new JsonArray(),
        7 => new JsonObject(),
        _ => Nasty(random),
    };

    private static string Nasty(Random random) => random.Next(3) == 0 ? "a" : JsonText.Clean(NastyTexts.All[random.Next(NastyTexts.All.Count - 3)]);

    private static FieldErrors Merge(string file)
    {
        var read = FloorFile.Read(file, Methods);
        var merge = FloorFile.Merge(FloorPlan.Empty, [], read);
        Assert.True(read.Ok || !merge.Ok);
        return merge.Errors;
    }
}
