using System.Net.Http.Json;
using System.Text.Json;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LeadDesk.Tests.Browser;

/// <summary>The real app on real Kestrel with a small shop: two reps, one in the shop, a manager, a website, a blind lane and an alert lane.</summary>
public sealed class ShopHost : WebApplicationFactory<Program>
{
    public const string Password = "a long enough password 7";

    private const string Shop = """
        {
          "people": [
            { "name": "Kim Alvarez", "email": "kim@example.com", "password": "a long enough password 7" },
            { "name": "Dana Wu", "email": "dana@example.com", "password": "a long enough password 7" },
            { "name": "Mo Lund", "email": "mo@example.com", "role": "manager", "password": "a long enough password 7" },
            { "name": "Mia Berg", "email": "mia@example.com", "role": "store", "password": "a long enough password 7" }
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

    public ShopHost(string floor = Shop)
    {
        File.WriteAllText(Path.Combine(folder, "floor.json"), floor);
        UseKestrel(0);
    }

    /// <summary>What this shop has otherwise than usual.</summary>
    public Action<IServiceCollection>? More { get; init; }

    public string Url => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Sends a lead as the website does.</summary>
    public async Task<Guid> PostLeadAsync(string name, string product, string? email = null, string? phone = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "web-token-00000000000000000000");
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v1/leads", UriKind.Relative), new { name, email = email ?? $"{Guid.NewGuid():N}@example.com", phone, product, message = $"Hello from {name}" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Its owner closes a lead.</summary>
    public async Task CloseAsync(Guid lead)
    {
        var owner = Services.GetRequiredService<CommittedFloor>().Now.Leads[new LeadId(lead)].Owner!.Value;
        await Services.GetRequiredService<DeskLoop>().SendAsync(new SetOutcome(Actor.Person(owner, "test"), new LeadId(lead), Outcome.Won, 100, null, Guid.NewGuid()));
    }

    /// <summary>Closes every open lead, so that the next story begins on an empty floor.</summary>
    public async Task ClearAsync()
    {
        var desk = Services.GetRequiredService<DeskLoop>();
        var floor = Services.GetRequiredService<CommittedFloor>();
        var (kim, mo) = (new RepId(1), new RepId(3));
        foreach (var lead in floor.Now.Leads.Values.Where(l => !l.IsClosed).Select(l => l.Id).ToList())
        {
            await desk.SendAsync(new AssignLead(Actor.Person(mo, "test"), lead, kim, "cleared", Force: true, null, Guid.NewGuid()));
            await desk.SendAsync(new SetOutcome(Actor.Person(kim, "test"), lead, Outcome.Lost, null, null, Guid.NewGuid()));
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.WaitsForDisk();
        builder.UseSetting("LeadDesk:Store", $"sqlite:{Path.Combine(folder, "shop.db")}");
        builder.UseSetting("LeadDesk:Floor", Path.Combine(folder, "floor.json"));
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.ConfigureServices(s => More?.Invoke(s));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await Scratch.DeleteAsync(folder);
    }
}
