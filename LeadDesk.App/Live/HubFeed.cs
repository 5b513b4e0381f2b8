using System.Collections.Immutable;
using System.Threading.Channels;
using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.SignalR;

namespace LeadDesk.App.Live;

/// <summary>
/// One person's feed over the hub. The first change goes at once, further ones are gathered for 100 ms, in a burst for 250 ms. Everything
/// sent is made from the committed floor with this person's eyes, in one place, so that no picture overtakes a newer one.
/// </summary>
public sealed partial class HubFeed(RepId viewer, bool leads, bool wall, BoardSubscription board, IClientProxy client, Calls calls, DeskWording words, TimeProvider time, ILogger<HubFeed> logger) : IDisposable
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan GatherInBurst = TimeSpan.FromMilliseconds(250);
    private const int Burst = 20;
    private SalesFloor shown = calls.Floor;
    private DeskView? desk;

    /// <summary>Sends until the connection is gone. A feed that breaks ends its connection: the screen comes back and starts anew instead of standing still.</summary>
    public void Start(Action abort, CancellationToken gone) => _ = RunAsync(abort, gone);

    /// <summary>Has the picture sent if the caller's is older.</summary>
    public void Hello(long lastVersion)
    {
        if (lastVersion < calls.Floor.Seq)
        {
            board.Wake();
        }
    }

    public void Dispose() => board.Dispose();

    private async Task RunAsync(Action abort, CancellationToken gone)
    {
        try
        {
            desk = wall ? null : calls.Views(shown).Desk(viewer);
            while (!gone.IsCancellationRequested)
            {
                var changes = await board.NextAsync(gone);
                await (wall ? SendWallAsync(gone) : SendAsync(changes, gone));
                await Task.Delay(changes.Count > Burst ? GatherInBurst : Gather, time, gone);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ChannelClosedException)
        {
            // The connection is gone.
        }
        catch (Exception bug)
        {
            Broke(bug);
            abort();
        }
    }

    private async Task SendAsync(ImmutableList<Committed> changes, CancellationToken gone)
    {
        var floor = calls.Floor;
        var views = calls.Views(floor);
        var before = desk!;
        var now = views.Desk(viewer);
        var steps = changes.SelectMany(c => c.Events).ToList();
        foreach (var offer in now.Offers.Where(o => !before.Offers.Any(b => b.LeadId == o.LeadId && b.MadeAt == o.MadeAt)))
        {
            await client.SendAsync("OfferMade", offer, gone);
        }

        foreach (var offer in before.Offers.Where(o => !now.Offers.Any(n => n.LeadId == o.LeadId && n.MadeAt == o.MadeAt)))
        {
            var (why, to) = Endings.OfOffer(steps, viewer, new LeadId(offer.LeadId));
            await client.SendAsync("OfferEnded", offer.LeadId, why, to is { } rep && MayName(floor, offer.Lane) ? words.For(floor).Name(rep) : null, gone);
        }

        foreach (var alert in now.Alerts.Where(a => !before.Alerts.Any(b => b.LeadId == a.LeadId)))
        {
            await client.SendAsync("AlertRaised", alert, gone);
        }

        foreach (var alert in before.Alerts.Where(a => !now.Alerts.Any(n => n.LeadId == a.LeadId)))
        {
            // One that older ones have pushed out of sight rings on.
            var lead = floor.Find(new LeadId(alert.LeadId));
            if (now.AlertsMore && lead?.Alerted.ContainsKey(viewer) == true && floor.Person(viewer).OptInTo(alert.Lane).On)
            {
                continue;
            }

            var winner = lead?.Owner is { } rep && MayName(floor, alert.Lane) ? words.For(floor).Name(rep) : null;
            await client.SendAsync("AlertEnded", alert.LeadId, winner, lead?.OwnedAt is { } at ? (long)(at - alert.RaisedAt).TotalMilliseconds : (long?)null, gone);
        }

        var ids = board.Missed ? Differing(floor) : steps.Select(s => (s.Event as LeadEvent)?.Lead).OfType<LeadId>().Distinct().ToList();
        await SendLeadsAsync(ids, views, floor, gone);
        await client.SendAsync("DeskChanged", now, gone);
        if (leads)
        {
            await SendFloorAsync(ids, views, floor, gone);
        }

        desk = now;
        shown = floor;
    }

    /// <summary>Own leads that changed.</summary>
    private async Task SendLeadsAsync(List<LeadId> ids, Views views, SalesFloor floor, CancellationToken gone)
    {
        foreach (var id in ids)
        {
            if (floor.Find(id)?.Owner == viewer && views.Lead(viewer, id) is { } card)
            {
                await client.SendAsync("LeadChanged", card, gone);
            }
        }
    }

    private Task SendFloorAsync(List<LeadId> ids, Views views, SalesFloor floor, CancellationToken gone)
    {
        var cards = ids.Select(id => views.Lead(viewer, id)).OfType<LeadCard>().ToList();
        var people = floor.People.Where(p => p.Number.Number > shown.People.Length || !ReferenceEquals(p, shown.Person(p.Number))).Select(views.Person).ToList();
        var counts = floor.Counts;
        return client.SendAsync("FloorChanged", new
        {
            version = floor.Seq,
            since = shown.Seq,
            counts = new FloorCounts(counts.Waiting, counts.Offered, counts.Owned, counts.Late, counts.AboutToMiss, counts.Held),
            leads = cards.Where(c => floor.Find(new LeadId(c.Id)) is { IsClosed: false }),
            gone = ids.Where(id => floor.Find(id) is null or { IsClosed: true }).Select(id => id.Value),
            people,
        }, gone);
    }

    /// <summary>Counts and bands, for a screen on the wall.</summary>
    private Task SendWallAsync(CancellationToken gone) => client.SendAsync("WallChanged", WallView.Of(calls.Floor, calls.Now), gone);

    /// <summary>Every lead that is not as it was shown last; for when too much has happened to follow it step by step.</summary>
    private List<LeadId> Differing(SalesFloor floor) =>
        [.. floor.Leads.Where(l => !ReferenceEquals(l.Value, shown.Find(l.Key))).Select(l => l.Key), .. shown.Leads.Keys.Where(l => floor.Find(l) is null)];

    private static bool MayName(SalesFloor floor, string lane) => floor.Plan.Find(lane)?.Lane.Names != false;

    [LoggerMessage(Level = LogLevel.Error, Message = "A live feed broke.")]
    private partial void Broke(Exception bug);
}
