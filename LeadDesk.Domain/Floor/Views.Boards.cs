using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>What somebody could take now: what rings for them, and what stands on their board.</summary>
public sealed partial class Views
{
    /// <summary>What rings for this rep: customers on the line, then whoever has waited longest; one more than are shown.</summary>
    private ImmutableArray<AlertCard> Alerts(Rep rep)
    {
        if (floor.Transfers.IsEmpty && floor.Ringing.IsEmpty)
        {
            return [];
        }

        var ringing = floor.Plan.Lanes.Where(l => rep.OptInTo(l.Key).On)
            .SelectMany(l => OrElse(() => [.. cards.Ringing(l.Key).Where(r => r.Alerted.ContainsKey(rep.Number)).Take(MostAlerts + 1).Select(r => (r.ReceivedAt, Card: Alert(r, rep.Number)))], Array.Empty<(DateTimeOffset ReceivedAt, AlertCard Card)>()))
            .OrderBy(a => a.ReceivedAt)
            .Select(a => a.Card);
        return [.. OnTheLine(rep).Concat(ringing).Take(MostAlerts + 1)];
    }

    private IEnumerable<AlertCard> OnTheLine(Rep rep)
    {
        foreach (var id in floor.Transfers)
        {
            if (floor.Leads[id] is { Transfer: { } transfer } lead && transfer.Rings(rep.Number) && floor.Plan.Find(lead.Stay?.Lane) is { } warm)
            {
                yield return new AlertCard(id.Value, warm.Key, warm.Lane.Name, transfer.At, transfer.EndsAt, Preview(warm, lead))
                {
                    OnTheLine = true,
                    ByName = Visibility.MayName(floor, rep.Number, warm.Key) ? words.Name(lead.Owner!.Value) : null,
                };
            }
        }
    }

    /// <summary>Open boards, and leads that everybody present has passed, on the boards of exactly those; one more than are shown.</summary>
    private ImmutableArray<LeadCard> Board(Rep rep)
    {
        ImmutableArray<LeadCard> all = [];
        foreach (var lane in rep.Terms.HoldsLeads ? floor.Plan.Lanes : [])
        {
            all = Join(all, OrElse(() => Board(rep, lane), []));
        }

        return all;
    }

    private ImmutableArray<LeadCard> Board(Rep rep, LaneRules lane)
    {
        ImmutableArray<LeadCard> all = [];
        foreach (var (group, line) in floor.BacklogOf(lane.Key).Groups)
        {
            if (lane.Method.Offer.IsBoard || group.Marked)
            {
                all = Join(all, ForAll(rep, lane, group, line) ?? [.. ForOne(rep, lane, line).Take(MostOnBoard + 1)]);
            }
        }

        return all;
    }

    /// <summary>Why this rep can take nothing of what stands on their board, in the words of its first lane; null where they can.</summary>
    private string? WhyShut(Rep rep, ImmutableArray<LeadCard> board)
    {
        string? why = null;
        string? asked = null;
        foreach (var card in board)
        {
            if (card.Lane == asked || floor.Plan.Find(card.Lane) is not { } lane)
            {
                continue;
            }

            asked = card.Lane;
            if (Eligibility.FirstFailure(floor, rep, lane, null, now, today, Put.Self) is not { } failure)
            {
                return null;
            }

            why ??= words.Cannot(Refusal.Failed(failure.Test, rep.Number).Code, failure.Test, rep, lane);
        }

        return why;
    }

    private static ImmutableArray<LeadCard> Join(ImmutableArray<LeadCard> all, ImmutableArray<LeadCard> more) =>
        all.IsEmpty ? more : more.IsEmpty || all.Length > MostOnBoard ? all : [.. all.Concat(more).Take(MostOnBoard + 1)];

    /// <summary>Leads that whoever may see the board of this lane at all sees in the same way: worked out once for all of them. Null where it depends on who looks.</summary>
    private ImmutableArray<LeadCard>? ForAll(Rep rep, LaneRules lane, QueueGroup group, LeadLine line)
    {
        if (group.Marked || !lane.Rings.IsEmpty || lane.Reveal == Reveal.All || rep.Terms.LeadsTheFloor || !rep.OptInTo(lane.Key).On || !Eligibility.InRing(rep.Terms, lane, 0))
        {
            return null;
        }

        if (cards.Find(lane.Key, group) is not { } found)
        {
            var leads = Line(lane, line).Take(MostOnBoard + 1).ToList();
            found = cards.Keep(lane.Key, group, leads.TrueForAll(l => l is { State: LeadState.Waiting, Stay: { OnBoard: true, Paused: false } }) ? [.. leads.Select(l => Shared(rep.Number, l, lane.Reveal))] : null);
        }

        return found.Cards;
    }

    private IEnumerable<LeadCard> ForOne(Rep rep, LaneRules lane, LeadLine line)
    {
        foreach (var lead in Line(lane, line))
        {
            if (Visibility.Of(floor, rep.Number, lead, now, today) is { } reveal && Takeable(rep.Number, lead, lane))
            {
                yield return reveal == Reveal.All ? Card(rep.Number, lead, reveal) : Shared(rep.Number, lead, reveal);
            }
        }
    }

    private IEnumerable<Lead> Line(LaneRules lane, LeadLine line) => line.From(now - TimeSpan.FromMinutes(lane.Lane.MaxAgeMinutes)).Select(key => floor.Leads[key.Lead]);

    private LeadCard Shared(RepId viewer, Lead lead, Reveal reveal) => cards.Find(lead.Id, reveal) ?? cards.Keep(lead.Id, reveal, Card(viewer, lead, reveal));

    private bool Takeable(RepId viewer, Lead lead, LaneRules lane) =>
        lead.State == LeadState.Waiting
        && lead.Stay?.Paused != true
        && floor.Person(viewer).Terms.HoldsLeads
        && (Visibility.IsPassedByAll(floor, lane, lead, viewer, now, today)
            || (lane.Method.Offer.IsBoard && !lead.Excludes(viewer, lane.NoRepeat)));
}
