using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Words;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Fairness;

/// <summary>Tells how a lead came to whom it is with: lanes, rings, offers and passes, each decision with its receipt. For those who may see all of the lead.</summary>
public sealed class LeadStories(LeadReading reading, ReceiptReading receipts, Calls calls, EventLog log, Records records, Projector projector, PeopleDirectory people, DeskWording words, IStringLocalizer<FairWords> texts)
{
    /// <summary>The steps, oldest first; null where the lead is not for these eyes.</summary>
    public async Task<IReadOnlyList<StoryStep>?> OfAsync(RepId viewer, LeadId lead, CancellationToken cancel = default)
    {
        if (!await reading.SeesAllAsync(viewer, lead))
        {
            return null;
        }

        await projector.ReachAsync(calls.Floor.Seq, cancel);
        var rows = await records.StepsAsync(lead.Value, cancel);
        var steps = new List<StoryStep>();
        var lane = (Key: "", Version: 0);
        var clock = (Due: (Window?)null, Lane: "");
        foreach (var seq in rows.Select(r => r.Seq))
        {
            if (log.ReadFrom(seq - 1, 1).FirstOrDefault() is not { } stored)
            {
                continue;
            }

            var stamped = EventCodec.Read(stored);
            lane = stamped.Event is LeadEvent.Entered e ? (e.Stay.Lane, e.Stay.LaneVersion) : lane;
            clock = stamped.Event switch
            {
                LeadEvent.Entered { Due: { } due } => (due, lane.Key),
                LeadEvent.ToManagers { Due: { } due } => (due, ""),
                _ => clock,
            };
            var text = stamped.Event is LeadEvent.Warned warned ? WarningOf(warned.Count, clock.Due, clock.Lane) : TextOf(stamped, viewer, lane);
            if (text is not null)
            {
                steps.Add(new(stamped.At, text, Decision.Of(stored) is { } decision ? receipts.Card(viewer, decision) : null));
            }
        }

        return steps;
    }

    /// <summary>How much of the time was over; where the lane's clock is another one by now, which of the warnings it was.</summary>
    private string? WarningOf(int count, Window? due, string lane)
    {
        if (due is null || count > due.Warnings.Length)
        {
            return null;
        }

        return calls.Floor.Plan.Find(lane) is { } rules && due.Equals(rules.CustomersDue(due.From))
            ? rules.WarnAt[count - 1] is 50 ? texts["step-warned-half"] : texts["step-warned-part", rules.WarnAt[count - 1]]
            : texts["step-warned", count, due.Warnings.Length];
    }

    private string? TextOf(Stamped stamped, RepId viewer, (string Key, int Version) lane)
    {
        string Called(RepId rep) => rep == viewer ? words.You : receipts.MayName(viewer, rep, lane.Key, lane.Version) ? people.NameOf(rep) : words.Colleague;
        var name = lane.Key.Length == 0 ? "" : words.LaneName(calls.Floor, lane.Key, lane.Version);
        return stamped.Event switch
        {
            LeadEvent.Received e => texts["step-received", e.Source],
            LeadEvent.Entered { Stay.Paused: true } => texts["step-paused", name],
            LeadEvent.Entered e => texts[$"step-entered-{e.Cause}", name],
            LeadEvent.ToManagers e => texts[$"step-managers-{e.Cause}"] is { ResourceNotFound: false } why ? why.Value : texts["step-managers"].Value,
            LeadEvent.RingOpened e => texts["step-ring", (e.Ring + 1).ToString(CultureInfo.CurrentCulture)],
            LeadEvent.Held => texts["step-held"],
            LeadEvent.Alerted e => e.To.Count == 1 ? texts["step-alerted-one"] : texts["step-alerted", e.To.Count],
            LeadEvent.Offered e => texts["step-offered", Called(e.Rep)],
            LeadEvent.OfferEnded e => e.Why == OfferEnd.Accepted ? null : texts[$"step-ended-{e.Why}", Called(e.Rep)].Value,
            LeadEvent.Taken e => texts[$"step-taken-{e.Way}", Called(e.Rep)],
            LeadEvent.Lost e => texts[$"step-lost-{e.Way}", Called(e.Rep)],
            LeadEvent.TransferRang => texts["step-rang"],
            LeadEvent.TransferDeclined e => texts["step-declined", Called(e.Rep)],
            LeadEvent.TransferEnded e => texts[$"step-rang-{e.Why}"],
            LeadEvent.OwnerInformed e => texts["step-informed", Called(e.Rep)],
            LeadEvent.OwnershipExtended => texts["step-extended"],
            LeadEvent.CreditDecided e => texts[e.Approved ? "step-credit-approved" : "step-credit-declined", Called(e.Rep)],
            LeadEvent.Relabelled => texts["step-relabelled"],
            LeadEvent.Closed { Touch: not null } => texts["step-nurtured"],
            LeadEvent.TouchCame e => texts[e.ByCustomer ? "step-wrote-again" : "step-touch"],
            LeadEvent.Stopped => texts["step-stopped"],
            LeadEvent.WentLate => texts["step-late"],
            LeadEvent.Undone => texts["step-undone"],
            _ => null,
        };
    }
}
