namespace LeadDesk.Bench.Weight;

/// <summary>A shop with one person for each screen.</summary>
internal static class WeightFloor
{
    public const string Password = "a long enough password 7";

    public const string Text = """
        {
          "people": [
            { "name": "Kim Alvarez", "email": "kim@example.com", "password": "a long enough password 7" },
            { "name": "Mia Berg", "email": "mia@example.com", "role": "store", "password": "a long enough password 7" }
          ],
          "lanes": [ { "key": "everyone", "name": "Everything", "when": {}, "method": "cherryPick", "fallback": "managers" } ]
        }
        """;
}
