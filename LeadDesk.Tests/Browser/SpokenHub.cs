using System.Text.Json;
using Microsoft.Playwright;

namespace LeadDesk.Tests.Browser;

/// <summary>The live desk's part of the line, spoken by a test.</summary>
internal sealed class SpokenHub
{
    private const string End = "\u001e";
    private TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IWebSocketRoute? page;

    public void Join(IWebSocketRoute route)
    {
        page = route;
        route.OnMessage(said =>
        {
            if (said.Text?.Contains("protocol", StringComparison.Ordinal) == true)
            {
                route.Send("{}" + End);
            }
            else if (said.Text?.Contains("Hello", StringComparison.Ordinal) == true)
            {
                greeted.TrySetResult();
            }
        });
    }

    /// <summary>Says it once the page listens.</summary>
    public async Task SayAsync(string what, object told)
    {
        await greeted.Task;
        page!.Send(JsonSerializer.Serialize(new { type = 1, target = what, arguments = new[] { told } }) + End);
    }

    /// <summary>The line is cut; done when the page has come back by itself.</summary>
    public async Task CutAsync()
    {
        greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await page!.CloseAsync(new() { Code = 3001 });
        await greeted.Task;
    }
}
