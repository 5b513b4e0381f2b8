using LeadDesk.Tests.Make;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Xunit;

namespace LeadDesk.Tests.Browser;

/// <summary>The real app with its gallery of states, and one Chromium signed in as the admin.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private Host Desk { get; } = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        Desk.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>A page of the admin in this size.</summary>
    public async Task<IPage> PageAsync(int width, int height)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Desk.ClientOptions.BaseAddress.ToString(), ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#email", "ada@example.com");
        await page.FillAsync("#password", ShopHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(ShopFixture.Live).WaitForAsync();
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await Desk.DisposeAsync();
    }

    private sealed class Host : WebApplicationFactory<Program>
    {
        private const string Floor = """
            {
              "people": [ { "name": "Ada Berg", "email": "ada@example.com", "role": "admin", "password": "a long enough password 7" } ],
              "sources": [ { "key": "web", "name": "Website", "kind": "form", "token": "web-token-00000000000000000000" } ],
              "lanes": [ { "key": "everyone", "name": "Everything", "when": {}, "method": "blindPull", "fallback": "managers" } ]
            }
            """;

        private readonly string folder = Directory.CreateTempSubdirectory("leaddesk-").FullName;

        public Host()
        {
            File.WriteAllText(Path.Combine(folder, "floor.json"), Floor);
            UseKestrel(0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.WaitsForDisk();
            builder.UseSetting("LeadDesk:Store", $"sqlite:{Path.Combine(folder, "gallery.db")}");
            builder.UseSetting("LeadDesk:Floor", Path.Combine(folder, "floor.json"));
            builder.UseSetting("urls", "http://127.0.0.1:0");
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            SqliteConnection.ClearAllPools();
            await Scratch.DeleteAsync(folder);
        }
    }
}
