using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LeadDesk.Bench.Report;
using Microsoft.Playwright;

namespace LeadDesk.Bench.Weight;

/// <summary>P11: what a browser with an empty cache transfers until a screen stands, from a published build.</summary>
internal static class WeightBench
{
    private const int Kilo = 1024;

    private static readonly (string Screen, string Email, string Path, int Limit)[] Screens = [("Store", "mia@example.com", "/store", 600), ("Desk", "kim@example.com", "/", 900)];

    public static async Task<int> RunAsync(Options options)
    {
        var browserPath = options.Text("chromium", Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium");
        if (!File.Exists(browserPath))
        {
            Console.WriteLine($"weight: skipped, there is no browser at {browserPath}; name one with --chromium FILE.");
            return 0;
        }

        using var folder = new WorkFolder(options);
        var published = options.Text("published") ?? await PublishAsync(folder.File("published"));
        await File.WriteAllTextAsync(folder.File("floor.json"), WeightFloor.Text);
        await using var app = await AppProcess.StartAsync(folder.File("weight.db"), folder.File("floor.json"), published);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browserPath, Args = ["--no-sandbox", "--disable-background-networking"] });
        var table = new Table("screen", "KB over HTTP", "requests", "KB over the socket", "KB in all", "limit KB", "");
        var within = true;
        foreach (var (screen, email, path, limit) in Screens)
        {
            var load = await LoadAsync(browser, app.Address, email, path);
            within &= load.Total <= limit * Kilo;
            table.Add(screen, Say(load.Http), load.Requests.ToString(CultureInfo.InvariantCulture), Say(load.Socket), Say(load.Total), limit.ToString(CultureInfo.InvariantCulture), load.Total <= limit * Kilo ? "within" : "OVER");
            foreach (var (file, bytes) in load.Heaviest)
            {
                Console.WriteLine($"  {screen}: {Say(bytes)} KB {file}");
            }
        }

        table.Print();
        return within ? 0 : 1;
    }

    private static async Task<string> PublishAsync(string folder)
    {
        var app = Path.Combine(Repository.Root, "LeadDesk.App");
        using var publish = Process.Start(new ProcessStartInfo("dotnet") { ArgumentList = { "publish", app, "-c", "Release", "-o", folder, "-v", "q", "--nologo" } })!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("The app could not be published.");
    }

    /// <summary>Signs in with one browser, and opens the screen with another that has nothing but the session.</summary>
    private static async Task<ScreenLoad> LoadAsync(IBrowser browser, Uri address, string email, string path)
    {
        await using var first = await browser.NewContextAsync(new() { BaseURL = address.ToString() });
        var door = await first.NewPageAsync();
        await door.GotoAsync("/sign-in");
        await door.FillAsync("#email", email);
        await door.FillAsync("#password", WeightFloor.Password);
        await door.Keyboard.PressAsync("Enter");
        await door.Locator("[data-ready=yes]").First.WaitForAsync();
        await using var fresh = await browser.NewContextAsync(new() { BaseURL = address.ToString(), StorageState = await first.StorageStateAsync() });
        var page = await fresh.NewPageAsync();
        var load = new ScreenLoad();
        var wire = await fresh.NewCDPSessionAsync(page);
        await wire.SendAsync("Network.enable");
        wire.Event("Network.responseReceived").OnEvent += (_, e) => load.Named(Text(e, "requestId"), e!.Value.GetProperty("response").GetProperty("url").GetString()!);
        wire.Event("Network.loadingFinished").OnEvent += (_, e) => load.Finished(Text(e, "requestId"), e!.Value.GetProperty("encodedDataLength").GetDouble());
        wire.Event("Network.webSocketFrameReceived").OnEvent += (_, e) => load.Heard(e!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length);
        await page.GotoAsync(path);
        await page.Locator("[data-version]").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return load;
    }

    private static string Text(JsonElement? told, string name) => told!.Value.GetProperty(name).GetString()!;

    private static string Say(double bytes) => (bytes / Kilo).ToString("0", CultureInfo.InvariantCulture);
}
