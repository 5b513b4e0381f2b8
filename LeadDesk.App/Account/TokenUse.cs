using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Account;

/// <summary>Writes the last use of tokens back, once a minute and at the end: a request never waits for it.</summary>
public sealed partial class TokenUse(Tokens tokens, Pen pen, TimeProvider time, ILogger<TokenUse> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);
    private readonly Dictionary<Guid, long> written = [];

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync();
    }

    /// <summary>Writes every use that is not written yet.</summary>
    public async Task WriteAsync()
    {
        var used = tokens.Holders.Select(h => (h.TokenId, h.UsedAt)).Where(u => u.UsedAt > written.GetValueOrDefault(u.TokenId)).ToList();
        if (used.Count == 0)
        {
            return;
        }

        await pen.WriteAsync(db => Task.FromResult(Mark(db, used)), _ => used.ForEach(u => written[u.TokenId] = u.UsedAt));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryWriteAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the end
        }
    }

    private static int Mark(LeadDeskContext db, List<(Guid TokenId, long UsedAt)> used)
    {
        foreach (var (id, ticks) in used)
        {
            var row = db.Attach(new TokenRow { Id = id, Hash = [], Name = "" });
            row.Property(t => t.LastUsedAt).CurrentValue = new DateTimeOffset(ticks, TimeSpan.Zero);
        }

        return used.Count;
    }

#pragma warning disable CA1031 // whatever the store's trouble is, the next minute tries again
    private async Task TryWriteAsync()
    {
        try
        {
            await WriteAsync();
        }
        catch (Exception trouble)
        {
            Missed(log, trouble);
        }
    }
#pragma warning restore CA1031

    [LoggerMessage(1, LogLevel.Warning, "The last use of tokens could not be written; it is tried again.")]
    private static partial void Missed(ILogger log, Exception trouble);
}
