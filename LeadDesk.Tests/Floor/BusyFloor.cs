using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Lab;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;

namespace LeadDesk.Tests.Floor;

/// <summary>
/// A floor on which leads keep coming and going in every lane of the catalogue, each for the product of its method's name, with people of
/// all weights who come, leave, pass and finish at random: many decisions in little time.
/// </summary>
internal sealed class BusyFloor
{
    private const int MostOpen = 16;

    private static readonly ImmutableArray<string> Deciding = [.. Catalogue.All.Where(m => m.Offer is ExclusiveOffer or Assign).Select(m => m.Name)];

    private readonly Random random;
    private readonly ImmutableArray<RepId> people;
    private readonly Queue<LeadId> open = [];

    public BusyFloor(int seed, int size = 7)
    {
        World = new World(seed);
        random = World.Random;
        World.Plan([.. Catalogue.All.Select(m => Lanes.Of(m.Name, m.Name) with
        {
            When = Lanes.Product(m.Name),
            PhotoFinishMs = m.Name == "sharkTank" ? 500 : 0,
            Fallback = Fallback.Managers,
        })]);
        people = [.. Enumerable.Range(0, size).Select(_ => World.Join(new RepTerms
        {
            WipLimit = random.Next(2, 6),
            WeightThousandths = random.Next(100, 5001),
            Seniority = random.Next(1, 5),
            Skills = Sorted.None<int>().Add(Catalogue.All[random.Next(Catalogue.All.Length)].Name, random.Next(1, 4)),
        }))];
        World.AfterRound = (_, events) => Decisions += events.Count(e => Ruling.In(e.Event) is not null);
    }

    public World World { get; }

    /// <summary>How many decisions the desk has made.</summary>
    public int Decisions { get; private set; }

    public void Step()
    {
        switch (random.Next(20))
        {
            case < 7 when open.Count < MostOpen:
                open.Enqueue(World.Send(
                    new Facts { Product = ALane(), Score = random.Next(100), Value = random.Next(5000) },
                    known: random.Next(2) == 0 ? people[random.Next(people.Length)] : null));
                break;
            case < 13:
                Answer(people[random.Next(people.Length)]);
                break;
            case < 14:
                World.Set(people[random.Next(people.Length)], random.Next(4) > 0 ? Presence.Available : Presence.Break);
                break;
            case < 16:
                World.Pass(random.Next(1, 20));
                break;
            default:
                Finish();
                break;
        }
    }

    /// <summary>Any, and more often one in which the desk decides.</summary>
    private string ALane() => random.Next(3) == 0 ? Catalogue.All[random.Next(Catalogue.All.Length)].Name : Deciding[random.Next(Deciding.Length)];

    private void Answer(RepId rep)
    {
        if (World.Of(rep).Offer is { } offer)
        {
            _ = random.Next(3) == 0 ? World.PassOn(rep, offer) : World.Accept(rep, offer);
        }
        else if (open.TryPeek(out var oldest) && World.Floor.Find(oldest) is not null && World.Claim(rep, oldest) is not null)
        {
            World.Pull(rep, out _);
        }
    }

    /// <summary>The oldest lead is done with, whoever holds it; one that nobody can place is given to somebody first.</summary>
    private void Finish()
    {
        if (open.Count < MostOpen / 2 || !open.TryDequeue(out var lead) || World.Floor.Find(lead) is not { IsClosed: false } held)
        {
            return;
        }

        if (held.Owner is { } owner)
        {
            World.Close(owner, lead);
        }
        else
        {
            var to = people[random.Next(people.Length)];
            World.Do(r => LeadLife.Assign(r, lead, to, force: true, null));
            World.Close(to, lead);
        }
    }
}
