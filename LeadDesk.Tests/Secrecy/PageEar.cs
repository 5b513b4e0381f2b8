using System.Text;
using Microsoft.Playwright;

namespace LeadDesk.Tests.Secrecy;

/// <summary>A signed-in browser of one person whose every frame, document and notification is kept as text.</summary>
internal sealed class PageEar
{
    private readonly StringBuilder heard = new();
    private readonly Lock gate = new();
    private readonly IPage page;
    private int from;

    private PageEar(IPage page, string who)
    {
        this.page = page;
        Who = who;
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Hear(frame.Text ?? Encoding.Latin1.GetString(frame.Binary ?? []));
        page.Console += (_, line) => Hear(line.Text);
    }

    public string Who { get; }

    public static async Task<PageEar> SignInAsync(IBrowser browser, string url, string who, string password)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = url, Locale = "en-GB" });
        context.SetDefaultTimeout(30_000);
        await context.AddInitScriptAsync("window.Notification = class { constructor(title, more) { console.log('notified ' + title + ' ' + JSON.stringify(more ?? {})); } static permission = 'granted'; static requestPermission() { return Promise.resolve('granted'); } };");
        var ear = new PageEar(await context.NewPageAsync(), who);
        await ear.page.GotoAsync("/sign-in");
        await ear.page.FillAsync("#email", $"{who}@example.com");
        await ear.page.FillAsync("#password", password);
        await ear.page.Keyboard.PressAsync("Enter");
        await ear.ReadyAsync();
        return ear;
    }

    public async Task GoAsync(string path)
    {
        var answer = await page.GotoAsync(path);
        Hear(await answer!.TextAsync());
        await ReadyAsync();
    }

    /// <summary>Waits until a frame with this word has come.</summary>
    public async Task UntilHeardAsync(string word)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Contains(word))
        {
            // A look at the page is a trip to the browser and back: what it has heard meanwhile has arrived.
            limit.Token.ThrowIfCancellationRequested();
            await page.TitleAsync();
        }

        Hear(await page.ContentAsync());
    }

    /// <summary>Everything since the last time it was asked for; a word cut in two by the end of a frame is whole here.</summary>
    public string Take()
    {
        lock (gate)
        {
            var text = heard.ToString(from, heard.Length - from);
            from = heard.Length;
            return text;
        }
    }

    public Task CloseAsync() => page.Context.CloseAsync();

    private Task ReadyAsync() => page.Locator("[data-ready=yes]").First.WaitForAsync();

    private bool Contains(string word)
    {
        lock (gate)
        {
            return heard.ToString(from, heard.Length - from).Contains(word, StringComparison.Ordinal);
        }
    }

    private void Hear(string text)
    {
        lock (gate)
        {
            heard.Append(text);
        }
    }
}
