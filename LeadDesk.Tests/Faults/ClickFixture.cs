using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace LeadDesk.Tests.Faults;

/// <summary>A shop with one rep at a browser that clicks twice, loses its line and has two tabs.</summary>
public sealed class ClickFixture : IAsyncLifetime
{
    private const string Floor = """
        {
          "people": [ { "name": "Kim Alvarez", "email": "kim@example.com", "password": "a long enough password 7", "wipLimit": 50 } ],
          "sources": [ { "key": "web", "name": "Website", "kind": "form", "token": "web-token-00000000000000000000" } ],
          "lanes": [
            { "key": "board", "name": "Board", "when": { "product": ["bracelet"] }, "method": "cherryPick", "firstAttemptMinutes": 600, "leftBehindMinutes": [600, 900] },
            { "key": "everyone", "name": "Everything", "when": {}, "method": "blindPull", "fallback": "managers", "firstAttemptMinutes": 600, "leftBehindMinutes": [600, 900] }
          ]
        }
        """;

    private static readonly RepId Kim = new(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Url => Shop.Url;

    private ShopHost Shop { get; } = new(Floor);

    private SalesFloor Now => Shop.Services.GetRequiredService<CommittedFloor>().Now;

    public async Task InitializeAsync()
    {
        Shop.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await Shop.DisposeAsync();
    }

    /// <summary>Kim at a browser of her own, Available, over this address.</summary>
    public Task<IPage> KimAsync(string url) => ShopFixture.ReadyAsync(browser!, url, "kim@example.com");

    /// <summary>A further tab, at this lead.</summary>
    public static async Task<IPage> TabAsync(IPage first, Guid? lead)
    {
        var tab = await first.Context.NewPageAsync();
        await tab.GotoAsync(lead is null ? "/desk" : $"/desk?lead={lead}");
        await tab.Locator("[data-ready=yes] .desk-body").WaitForAsync();
        return tab;
    }

    public Task<Guid> PostAsync(string product) => Shop.PostLeadAsync("Pat Doe", product);

    public bool IsKims(Guid lead) => Now.Find(new LeadId(lead))?.Owner == Kim;

    public int Attempts(Guid lead) => Now.Find(new LeadId(lead))!.Attempts.Length;

    /// <summary>Waits until the committed floor is so.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Shop.Services.GetRequiredService<DeskLoop>().Listen(_ =>
        {
            if (!reached.Task.IsCompleted && holds())
            {
                reached.TrySetResult();
            }
        });
        if (!holds())
        {
            await reached.Task.WaitAsync(Patience);
        }
    }

    /// <summary>How often this happened to a lead, as the log has it.</summary>
    public int Count<T>(Guid lead)
        where T : LeadEvent => Log().Count(e => e is T step && step.Lead.Value == lead);

    /// <summary>Kim's leads are done with: the desk stays short.</summary>
    public async Task ClearAsync()
    {
        foreach (var lead in Now.Leads.Values.Where(l => l.Owner == Kim && !l.IsClosed).Select(l => l.Id).ToList())
        {
            await Shop.Services.GetRequiredService<DeskLoop>().SendAsync(new SetOutcome(Actor.Person(Kim, "test"), lead, Outcome.Lost, null, null, Guid.NewGuid()));
        }
    }

    private IEnumerable<FloorEvent> Log() => Shop.Services.GetRequiredService<EventLog>().ReadFrom(0, int.MaxValue).Select(e => EventCodec.Read(e).Event);
}
