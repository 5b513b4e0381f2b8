using Microsoft.Playwright;

namespace LeadDesk.Tests.Browser;

/// <summary>The wire between page and server, for a test to cut.</summary>
internal sealed class Line
{
    private readonly TaskCompletionSource secondTime = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IWebSocketRoute? page;
    private IWebSocketRoute? server;

    public Task SecondTime => secondTime.Task;

    /// <summary>Nothing gets through any more.</summary>
    public bool Down { get; set; }

    public void Join(IWebSocketRoute route)
    {
        if (page is not null)
        {
            secondTime.TrySetResult();
        }

        page = route;
        if (Down)
        {
            _ = route.CloseAsync(new() { Code = 3001 });
            return;
        }

        server = route.ConnectToServer();
    }

    public async Task CutAsync()
    {
        await server!.CloseAsync(new() { Code = 3001 });
        await page!.CloseAsync(new() { Code = 3001 });
    }
}
