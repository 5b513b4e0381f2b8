namespace LeadDesk.Tests.Browser;

/// <summary>A shop in which Kim warms customers up for Dana, accounts are owned for a time, and Mo leads.</summary>
public sealed class WarmShop() : ShopFixture(new ShopHost(Floor))
{
    private const string Floor = """
        {
          "people": [
            { "name": "Kim Alvarez", "email": "kim@example.com", "password": "a long enough password 7" },
            { "name": "Dana Wu", "email": "dana@example.com", "seniority": 3, "optIn": { "accounts": false }, "password": "a long enough password 7" },
            { "name": "Mo Lund", "email": "mo@example.com", "role": "manager", "password": "a long enough password 7" }
          ],
          "sources": [ { "key": "web", "name": "Website", "kind": "form", "token": "web-token-00000000000000000000" } ],
          "lanes": [
            { "key": "warm", "name": "Warm up", "when": { "product": ["watch"] }, "method": "warmUp", "firstAttemptMinutes": 600, "settings": { "script": ["Budget"], "transferSeconds": 60 } },
            { "key": "accounts", "name": "Accounts", "when": { "product": ["ring"] }, "method": "incomingCallGroup", "firstAttemptMinutes": 600, "fallback": "managers" },
            { "key": "everyone", "name": "Everything", "when": {}, "method": "blindPull", "fallback": "managers" }
          ]
        }
        """;
}
