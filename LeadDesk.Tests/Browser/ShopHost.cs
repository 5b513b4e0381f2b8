using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;

namespace LeadDesk.Tests.Browser;

/// <summary>The real app on real Kestrel with a small shop: two reps, a manager, a website, a blind lane and an alert lane.</summary>
public sealed class ShopHost : WebApplicationFactory<Program>
{
    public const string Password = "a long enough password 7";

    private const string Floor = """
        {
          "people": [
            { "name": "Kim Alvarez", "email": "kim@example.com", "password": "a long enough password 7" },
            { "name": "Dana Wu", "email": "dana@example.com", "password": "a long enough password 7" },
            { "name": "Mo Lund", "email": "mo@example.com", "role": "manager", "password": "a long enough password 7" }
          ],
          "sources": [ { "key": "web", "name": "Website", "kind": "form", "token": "web-token-00000000000000000000" } ],
          "lanes": [
            { "key": "tank", "name": "Open call", "when": { "product": ["watch"] }, "method": "sharkTank" },
            { "key": "turn", "name": "In turn", "when": { "product": ["ring"] }, "method": "fairTurn" },
            { "key": "board", "name": "Board", "when": { "product": ["bracelet"] }, "method": "cherryPick" },
            { "key": "everyone", "name": "Everything", "when": {}, "method": "blindPull", "fallback": "managers" }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("leaddesk-").FullName;

    public ShopHost()
    {
        File.WriteAllText(Path.Combine(folder, "floor.json"), Floor);
        UseKestrel(0);
    }

    public string Url => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Sends a lead as the website does.</summary>
    public async Task<Guid> PostLeadAsync(string name, string product)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "web-token-00000000000000000000");
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v1/leads", UriKind.Relative), new { name, email = $"{Guid.NewGuid():N}@example.com", product, message = $"Hello from {name}" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("LeadDesk:Store", $"sqlite:{Path.Combine(folder, "shop.db")}");
        builder.UseSetting("LeadDesk:Floor", Path.Combine(folder, "floor.json"));
        builder.UseSetting("urls", "http://127.0.0.1:0");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
