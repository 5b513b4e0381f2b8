using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Shell;

/// <summary>What breaks on a page stays on that page: it says so in words, with a code that the log has too, and is drawn anew on request.</summary>
public sealed partial class PageBoundary : ErrorBoundaryBase
{
    private string broke = "";

    [Inject] private ILogger<PageBoundary> Log { get; set; } = default!;

    protected override Task OnErrorAsync(Exception exception)
    {
        broke = RandomNumberGenerator.GetHexString(8);
        Broke(Log, exception, broke);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page broke. Code: {Code}.")]
    private static partial void Broke(ILogger log, Exception exception, string code);
}
