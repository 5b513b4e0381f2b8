using System.Collections.Concurrent;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>Sees to it that a photo finish is settled when its window is over, and not only at the next tick.</summary>
public sealed class FinishClock(DeskLoop desk, CommittedFloor committed, DeskClock clock, TimeProvider time) : IHostedLifecycleService, IDisposable
{
    private readonly ConcurrentDictionary<LeadId, ITimer> timers = new();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => desk.LetGoAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        desk.Listen(Take);
        foreach (var lead in committed.Now.Ringing.Values.SelectMany(l => l).Select(id => committed.Now.Leads[id]))
        {
            Set(lead);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var lead in timers.Keys)
        {
            Forget(lead);
        }
    }

    private void Take(Committed change)
    {
        foreach (var stamped in change.Events)
        {
            if (stamped.Event is LeadEvent.Pressed step && change.After.Find(step.Lead) is { } lead)
            {
                Set(lead);
            }
        }
    }

    /// <summary>One timer a photo finish, however many press.</summary>
    private void Set(Lead lead)
    {
        if (lead.Finish?.SettlesAt is not { } at || timers.ContainsKey(lead.Id))
        {
            return;
        }

        // The desk's clock counts whole milliseconds: one more, and it cannot be too early.
        var left = at - clock.Now() + TimeSpan.FromMilliseconds(1);
        var timer = timers[lead.Id] = time.CreateTimer(_ => Ring(lead.Id), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Ring(LeadId lead)
    {
        Forget(lead);
        _ = desk.SendAsync(new SettleFinish(lead));
    }

    private void Forget(LeadId lead)
    {
        if (timers.TryRemove(lead, out var timer))
        {
            timer.Dispose();
        }
    }
}
