namespace LeadDesk.App.Live;

/// <summary>Every second, closes what is open without right. In memory only: a session that ended must not live on in an open page.</summary>
public sealed class LiveSweep(LiveConnections live, CircuitOwners circuits, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await live.SweepAsync();
                circuits.Forget();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the end
        }
    }
}
