using System.Text.Json;

namespace LeadDesk.Tests.Api;

/// <summary>Floor files for tests: everybody has a token made of their name; a lane is chosen by the lead's product, which is the lane's key.</summary>
internal static class Floors
{
    public const string OneOfEach = """
        { "key": "blind", "name": "Blind", "when": { "product": ["blind"] }, "method": "blindPull", "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "cherry", "name": "Cherry", "when": { "product": ["cherry"] }, "method": "cherryPick", "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "shark", "name": "Shark", "when": { "product": ["shark"] }, "method": "sharkTank", "reveal": "category", "rings": [ { "forSeconds": 3600 } ], "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "turn", "name": "Turn", "when": { "product": ["turn"] }, "method": "fairTurn", "offerSeconds": 90, "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "push", "name": "Push", "when": { "product": ["push"] }, "method": "push", "fallback": "managers", "firstAttemptMinutes": 600 }
        """;

    public static string TokenOf(string who) => $"token-of-{who}-for-tests-only";

    /// <summary>kim, lee and rob are reps, mia works in the store, dana leads, ada administers, wall is a screen; web and shop send leads.</summary>
    public static string With(string lanes = OneOfEach, int places = 50, string more = "") => $$"""
        {
          "timeZone": "UTC", "currency": "USD",
          "people": [
            {{Person("kim", "rep", places)}}, {{Person("lee", "rep", places)}}, {{Person("rob", "rep", places)}}, {{Person("mia", "store", places)}},
            {{Person("dana", "manager", places)}}, {{Person("ada", "admin", places)}}, {{Person("wall", "wallboard", places)}}{{(more.Length == 0 ? "" : ", " + more)}}
          ],
          "sources": [
            { "key": "web", "name": "Web", "kind": "form", "token": "{{TokenOf("web")}}" },
            { "key": "shop", "name": "Shop", "kind": "form", "token": "{{TokenOf("shop")}}" }
          ],
          "lanes": [ {{lanes}} ]
        }
        """;

    public static string Person(string name, string role, int places = 50, string more = "") =>
        $$"""{ "name": "{{name}}", "email": "{{name}}@example.com", "role": {{JsonSerializer.Serialize(role)}}, "wipLimit": {{places}}, "token": "{{TokenOf(name)}}"{{more}} }""";
}
