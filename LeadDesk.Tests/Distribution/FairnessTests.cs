using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>What people fear of a machine that shares out work, shown not to happen: for every method of the catalogue, through the whole engine.</summary>
public sealed class FairnessTests
{
    private const int Runs = 1000;

    public static TheoryData<string> Methods => [.. Catalogue.All.Select(m => m.Name)];

    /// <summary>The desk decides whose turn it is, by the ledger or by dice.</summary>
    public static TheoryData<string> Turns => [.. Catalogue.All.Where(m => m.Offer.Acts && m.Offer is not Alert and not Stages && m.Ranking is FairShare or ByLot && !m.OnlyTheKnownOwner).Select(m => m.Name)];

    public static TheoryData<string> Moving => [.. Catalogue.All.Where(m => m.Offer.Acts || m.Offer.IsPull).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Whoever_returns_after_fourteen_days_of_leave_gets_no_burst(string method)
    {
        const int Seed = 14;
        var world = new World(Seed).Plan([.. Lanes.For(method), Lanes.Of("fairTurn", "below")]);
        var reps = world.Join(4);
        var back = reps[3];
        Serve(world, reps, 40);
        world.Set(back, Presence.Off);
        for (var day = 0; day < 14; day++)
        {
            Serve(world, reps[..3], 10);
            world.Pass(TimeSpan.FromDays(1));
        }

        world.Set(back, Presence.Available);
        var row = Serve(world, reps, 40);

        Assert.DoesNotContain(null, row);
        var share = row.Count(r => r == back);
        var turns = IsTurn(method);
        Assert.True(turns ? share is >= 9 and <= 11 : share <= 20, $"seed {Seed}: {share} of 40 went to the one who came back");
        Assert.False(turns && row.Zip(row.Skip(1)).Any(p => p.First == back && p.Second == back), $"seed {Seed}: two in a row");
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public void Lots_that_do_not_divide_by_the_team_favour_nobodys_place_in_it(string method)
    {
        const int Team = 7;
        const int Lot = 10;
        var had = new int[Team];
        for (var seed = 1; seed <= Runs; seed++)
        {
            var world = new World(seed).Plan(Lanes.Of(method));
            world.Join(Team);
            for (var lead = 0; lead < Lot; lead++)
            {
                had[world.Take(world.Send())!.Value.Number - 1]++;
            }
        }

        // Of the ledger, 3 of 7 have one more in each run; of the dice, ten throws of one in seven: four standard deviations of each.
        var most = 4 * Math.Sqrt(Runs * (Catalogue.Of(method).Ranking is ByLot ? Lot * 6.0 / 49 : 3.0 * 4 / 49));
        Assert.All(had, n => Assert.True(Math.Abs(n - (Runs * Lot / (double)Team)) < most, $"seeds 1 to {Runs}: {string.Join(", ", had)}"));
    }

    [Theory]
    [MemberData(nameof(Moving))]
    public void Once_everybody_was_full_a_free_place_moves_the_oldest_lead_that_waits(string method)
    {
        const int Seed = 5;
        var world = new World(Seed).Plan([.. Lanes.For(method), Lanes.Of("fairTurn", "below")]);
        var reps = world.Join(3, new RepTerms { WipLimit = 1 });
        var first = reps.Select(r => world.Send(known: r)).ToList();
        Assert.All(first, l => Assert.NotNull(world.Take(l)));

        int[] ages = [20, 50, 10, 40, 30];
        var waiting = ages.Select((minutes, i) => world.Send(known: reps[i % 3], ago: TimeSpan.FromMinutes(minutes))).ToList();
        Assert.All(waiting, l => Assert.Equal(LeadState.Waiting, world.Of(l).State));
        world.Pass(20);
        var before = world.Events.Count;
        var freed = world.Of(first[0]).Owner!.Value;
        world.Attempt(freed, first[0], world.Now.AddHours(1));
        Assert.Null(world.Close(freed, first[0]));
        if (world.Floor.Plan.Find(world.Of(waiting[1]).Stay?.Lane) is { Method.Offer: OpenPool })
        {
            // On a board people choose; the oldest stands first.
            Assert.Equal(waiting[1].Value, new Views(world.Floor, world.Now, PlainWords.All).Desk(freed).Board[0].Id);
            return;
        }

        world.Tick();
        world.Pull(freed, out _);

        var moved = world.Events.Skip(before).Select(e => e.Event).First(e => e is LeadEvent.Offered or LeadEvent.Alerted or LeadEvent.Taken);
        Assert.Equal(waiting[1], ((LeadEvent)moved).Lead);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void One_person_there_who_does_not_want_a_lead_leaves_it_in_sight_with_a_reason(string method)
    {
        var world = World.With([.. Lanes.For(method).Select(l => l with { Fallback = Fallback.Managers })]);
        var rep = world.Join();
        world.Join(presence: Presence.Off);
        var manager = world.Manager();
        var lead = world.Send(known: rep);
        if (world.Of(lead).Offer is not null)
        {
            Assert.Null(world.PassOn(rep, lead));
        }
        else
        {
            Assert.Equal(rep, world.Take(lead));
            Assert.Null(world.Release(rep, lead));
        }

        world.Tick();

        var floor = new Views(world.Floor, world.Now, PlainWords.All).Floor(manager);
        var card = Assert.Single(floor.Leads);
        Assert.Equal(LeadState.Waiting, card.State);
        Assert.Null(card.OwnerId);
        Assert.False(string.IsNullOrEmpty(card.Held), "nobody is told why it waits");
        Assert.NotEqual(nameof(HeldCause.AtOnce), card.Held);
        if (Catalogue.Of(method).Offer.Acts)
        {
            Assert.Equal(lead.Value, Assert.Single(floor.Held).LeadId);
        }

        if (world.Of(lead).Stay is not null && Catalogue.Of(method).Offer is not Domain.Distribution.Offering.Desk)
        {
            // Nobody else can have it: it stands on the board of the one who let it go, and is theirs for the taking.
            Assert.Equal(nameof(HeldCause.PassedByAll), card.Held);
            Assert.Equal(lead.Value, Assert.Single(new Views(world.Floor, world.Now, PlainWords.All).Desk(rep).Board).Id);
            Assert.Null(world.Claim(rep, lead));
            Assert.Equal(rep, world.Of(lead).Owner);
        }
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public void Through_the_whole_desk_nobody_is_further_from_their_due_than_the_bound(string method)
    {
        const int Team = 6;
        for (var seed = 1; seed <= 5; seed++)
        {
            var world = new World(seed).Plan(Lanes.Of(method));
            var reps = Enumerable.Range(0, Team).Select(_ => world.Join(new RepTerms { WeightThousandths = world.Random.Next(100, 5001), WipLimit = 3 })).ToArray();
            var widest = 0.0;
            world.AfterRound = (_, _) => widest = Math.Max(widest, reps.Max(r => Math.Abs(world.Balance(r))));
            for (var lead = 0; lead < 300; lead++)
            {
                world.Set(reps[world.Random.Next(Team)], world.Random.Next(3) > 0 ? Presence.Available : Presence.Break);
                var sent = world.Send();
                while (world.Of(sent).Offer is { } offer && world.Random.Next(3) == 0)
                {
                    world.PassOn(offer.Rep, sent);
                }

                if (world.Take(sent) is { } owner)
                {
                    world.Close(owner, sent);
                }
            }

            Assert.True(widest <= ((Team - 1) / 2.0) + 1, $"seed {seed}: {widest}");
        }
    }

    private static bool IsTurn(string method) =>
        Catalogue.Of(method) is { Offer.Acts: true, Ranking: FairShare, OnlyTheKnownOwner: false } m && m.Offer is not Alert;

    private static List<RepId?> Serve(World world, ImmutableArray<RepId> reps, int leads) =>
        [.. Enumerable.Range(0, leads).Select(_ => world.Serve(reps[world.Random.Next(reps.Length)]))];
}
