using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Live;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Demo;

/// <summary>Keeps the demo alive: leads arrive at a visible pace, and colleagues whom nobody plays work them. Whoever a visitor may sign in as is left alone.</summary>
internal sealed class DemoArrivals(DeskLoop desk, CommittedFloor committed, Connections connections, DeskClock clock, TimeProvider time) : BackgroundService
{
    private const int MostOpen = 60;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private readonly DemoLeads dice = new(Environment.TickCount);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (dice.Chance(0.15) && committed.Now.Urgency.Count < MostOpen)
                {
                    await desk.SendAsync(new Receive(Actor.From(dice.Source), new LeadId(Guid.NewGuid()), dice.Next()), stoppingToken);
                }

                await WorkAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        var floor = committed.Now;
        if (DemoPeople.OfManager(floor, dice) is { } assign)
        {
            await desk.SendAsync(assign, cancel);
        }

        var free = floor.People.Where(p => p.Terms.HoldsLeads && p.Number.Number is not (1 or 7) && !connections.IsConnected(p.Number)).ToList();
        if (free.Count > 0 && DemoPeople.NextOf(dice.Pick(free), floor, clock.Now(), dice) is { } command)
        {
            await desk.SendAsync(command, cancel);
        }
    }
}
