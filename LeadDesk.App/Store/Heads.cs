using System.Globalization;
using System.Text;

namespace LeadDesk.App.Store;

/// <summary>Writes the log's newest hash into a file beside the store, every hour and at shutdown: whoever rewrites the log must rewrite that file too, and every copy of it.</summary>
public sealed partial class Heads(StoreAddress address, EventLog log, TimeProvider time, ILogger<Heads> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Appends one line "UTC time, number, hash" and flushes it to the disk.</summary>
    public static void Append(StoreAddress address, DateTimeOffset at, LogHead head)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(head);
        var line = string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {head.Seq} {head.Hash}\n");
        using var file = new FileStream(address.HeadsFile, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.ASCII.GetBytes(line));
        file.Flush(flushToDisk: true);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        AppendNow();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(Every, time);
        try
        {
            while (await hourly.WaitForNextTickAsync(stoppingToken))
            {
                AppendNow();
            }
        }
        catch (OperationCanceledException)
        {
            // the server stops
        }
    }

    private void AppendNow()
    {
        try
        {
            Append(address, time.GetUtcNow(), log.Head);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            NotWritten(trouble, address.HeadsFile);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The head of the log could not be written to {File}.")]
    private partial void NotWritten(Exception trouble, string file);
}
