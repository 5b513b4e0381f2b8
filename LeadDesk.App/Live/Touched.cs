using LeadDesk.App.Desk;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Live;

/// <summary>Whose desk a commit changes. A blind lane touches others only when its band changes: its single leads are nobody's business.</summary>
internal sealed class Touched
{
    private readonly HashSet<RepId> people = [];
    private readonly HashSet<string> lanes = new(StringComparer.Ordinal);
    private readonly HashSet<(string Lane, int Ring, string? Product)> boards = [];
    private bool everybody;

    public bool Anything { get; private set; }

    public bool Reaches(RepId person) => everybody || people.Contains(person);

    public static Touched By(Committed change)
    {
        var touched = new Touched();
        foreach (var stamped in change.Events)
        {
            switch (stamped.Event)
            {
                case LeadEvent step:
                    touched.Anything = true;
                    touched.Add(change.Before.Find(step.Lead), change.After);
                    touched.Add(change.After.Find(step.Lead), change.After);
                    break;
                case FloorEvent.PresenceSet e:
                    touched.Person(e.Rep, change.After);
                    break;
                case FloorEvent.OptInSet e:
                    touched.Person(e.Rep, change.After);
                    break;
                case FloorEvent.PersonUndone e:
                    touched.Person(e.Rep, change.After);
                    touched.everybody |= change.Before.Person(e.Rep).Terms != change.After.Person(e.Rep).Terms;
                    break;
                case FloorEvent.RulesSeen e:
                    touched.Person(e.Rep, change.After);
                    break;
                case FloorEvent.PersonSet or FloorEvent.PlanPublished or FloorEvent.RulesProposed or FloorEvent.ProposalClosed or FloorEvent.IntakePaused or FloorEvent.IntakeResumed:
                    touched.Anything = touched.everybody = true;
                    break;
            }
        }

        foreach (var lane in touched.lanes)
        {
            touched.AddPool(change, lane);
        }

        foreach (var (lane, ring, product) in touched.boards)
        {
            touched.AddBoard(change.After, lane, ring, product);
        }

        return touched;
    }

    private void Person(RepId rep, SalesFloor floor)
    {
        Anything = true;
        people.Add(rep);

        // Somebody coming or going changes who else could have a lead that all present have passed.
        foreach (var backlog in floor.Backlogs.Values)
        {
            foreach (var (group, line) in backlog.Groups)
            {
                if (group.Marked)
                {
                    foreach (var key in line.From(DateTimeOffset.MinValue))
                    {
                        people.UnionWith(floor.Leads[key.Lead].Holders);
                    }
                }
            }
        }
    }

    private void Add(Lead? lead, SalesFloor floor)
    {
        if (lead is null)
        {
            return;
        }

        if (lead.Owner is { } owner)
        {
            people.Add(owner);
            people.UnionWith(floor.People.Where(p => p.Terms.IsWatching && p.Terms.Coach == owner).Select(p => p.Number));
        }

        if (lead.Coach is { } coach)
        {
            people.Add(coach);
        }

        if (lead.Offer is { } offer)
        {
            people.Add(offer.Rep);
        }

        people.UnionWith(lead.Alerted.Keys);
        people.UnionWith(lead.Transfer?.To ?? []);
        people.UnionWith(lead.Holders);
        people.UnionWith(lead.Sights.Select(s => s.Rep));
        if (lead is { State: LeadState.Waiting, Stay: { } stay })
        {
            lanes.Add(stay.Lane);
            if (stay.OnBoard && floor.Plan.Find(stay.Lane) is { } lane)
            {
                boards.Add((stay.Lane, stay.Ring, lane.Rings.Any(r => r.Specialists) ? lead.Facts.Product : null));
            }
        }
    }

    private void AddPool(Committed change, string key)
    {
        if (change.After.Plan.Find(key)?.Method.Offer is BlindPool && Band(change.Before, key) != Band(change.After, key))
        {
            people.UnionWith(change.After.People.Where(p => p.Terms.HoldsLeads && p.OptInTo(key).On).Select(p => p.Number));
        }
    }

    /// <summary>A waiting lead stands on the boards of those whose ring is open, and of nobody else.</summary>
    private void AddBoard(SalesFloor floor, string key, int ring, string? product)
    {
        var lane = floor.Plan.Find(key)!;
        var facts = Facts.None with { Product = product };
        people.UnionWith(floor.People
            .Where(p => p.Terms.HoldsLeads && (p.Terms.LeadsTheFloor || (p.OptInTo(key).On && Eligibility.InRing(p.Terms, lane, ring, facts))))
            .Select(p => p.Number));
    }

    private static int Band(SalesFloor floor, string lane) => WaitingBand.Of(floor.BacklogOf(lane).Count);
}
