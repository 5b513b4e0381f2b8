using LeadDesk.App.Desk;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Live;

/// <summary>Whose desk a commit changes. A blind lane touches others only when its band changes: its single leads are nobody's business.</summary>
internal sealed class Touched
{
    private readonly HashSet<RepId> people = [];
    private bool everybody;

    public bool Anything { get; private set; }

    public bool Reaches(RepId person) => everybody || people.Contains(person);

    public static Touched By(Committed change)
    {
        var touched = new Touched();
        var lanes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stamped in change.Events)
        {
            switch (stamped.Event)
            {
                case LeadEvent step:
                    touched.Anything = true;
                    touched.Add(change.Before.Find(step.Lead), change.After, lanes);
                    touched.Add(change.After.Find(step.Lead), change.After, lanes);
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

        foreach (var lane in lanes)
        {
            touched.AddLane(change, lane);
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

    private void Add(Lead? lead, SalesFloor floor, HashSet<string> lanes)
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
        if (lead.Stay is { } stay)
        {
            lanes.Add(stay.Lane);
        }
    }

    private void AddLane(Committed change, string key)
    {
        var lane = change.After.Plan.Find(key);
        var bandChanged = lane?.Method.Offer is BlindPool && Band(change.Before, key) != Band(change.After, key);
        if (lane?.Method.Offer.IsBoard == true || bandChanged)
        {
            people.UnionWith(change.After.People.Where(p => p.Terms.HoldsLeads && p.OptInTo(key).On).Select(p => p.Number));
        }
    }

    private static int Band(SalesFloor floor, string lane) => WaitingBand.Of(floor.BacklogOf(lane).Count);
}
