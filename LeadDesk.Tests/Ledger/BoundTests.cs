using System.Collections.Immutable;
using LeadDesk.Domain.Ledger;
using Xunit;

namespace LeadDesk.Tests.Ledger;

/// <summary>How far anybody can ever be from their due when the ledger decides.</summary>
public sealed class BoundTests
{
    private const int Leads = 20_000;

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 3)]
    [InlineData(3, 12)]
    [InlineData(4, 5)]
    [InlineData(5, 9)]
    public void Nobody_is_ever_further_than_half_of_the_others_from_their_due(int seed, int n)
    {
        var random = new Random(seed);
        var turns = new Turns(Weights(random, n));
        for (var lead = 0; lead < Leads; lead++)
        {
            turns.Book(Some(random, n));
        }

        Assert.True(turns.Widest <= (Int128)Share.One * (n - 1) / 2, $"seed {seed}: {(double)turns.Widest / Share.One}");
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 3)]
    [InlineData(3, 12)]
    [InlineData(4, 5)]
    [InlineData(5, 9)]
    public void Passes_and_time_outs_add_at_most_one_lead(int seed, int n)
    {
        var random = new Random(seed);
        var turns = new Turns(Weights(random, n));
        var open = new List<(Entry Entry, ImmutableHashSet<int> Passed)>();
        for (var lead = 0; lead < Leads;)
        {
            // An offer is open for a while; a third of them is passed on to somebody else who has none open.
            if (open.Count > 0 && (open.Count >= n - 1 || random.Next(2) == 0))
            {
                var which = random.Next(open.Count);
                var (entry, passed) = open[which];
                open.RemoveAt(which);
                if (random.Next(3) == 0)
                {
                    turns.Strike(entry);
                    Offer(passed.Add(entry.Receiver.Number - 1));
                }

                continue;
            }

            lead++;
            Offer([]);
        }

        Assert.True(turns.Widest <= ((Int128)Share.One * (n - 1) / 2) + Share.One, $"seed {seed}: {(double)turns.Widest / Share.One}");

        void Offer(ImmutableHashSet<int> passed)
        {
            var free = Enumerable.Range(0, n).Where(i => !passed.Contains(i) && open.All(o => o.Entry.Receiver.Number != i + 1) && random.Next(10) < 7).ToList();
            if (free.Count > 0)
            {
                open.Add((turns.Book(free), passed));
            }
        }
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 3)]
    [InlineData(5, 5)]
    public void Whoever_passes_to_do_harm_moves_nobody_further_than_one_lead_more(int seed, int n)
    {
        // Everybody looks one step ahead and passes exactly when that drives the balances further apart; now and then one does as they like.
        var random = new Random(seed);
        var turns = new Turns(seed % 2 == 0 ? Weights(random, n) : Alike(n));
        var held = new List<Entry>();
        for (var lead = 0; lead < Leads; lead++)
        {
            var passed = new HashSet<int>();
            while (Free() is { Count: > 0 } free)
            {
                var before = turns.Spread;
                var entry = turns.Book(free);
                if (random.Next(8) > 0 ? turns.Spread > before : random.Next(2) == 0)
                {
                    held.Add(entry);
                    break;
                }

                turns.Strike(entry);
                passed.Add(entry.Receiver.Number - 1);
            }

            // An open offer keeps its person out of the next ones for a while.
            held.RemoveAll(_ => random.Next(3) == 0);
            if (held.Count >= n)
            {
                held.Clear();
            }

            List<int> Free() => [.. Enumerable.Range(0, n).Where(i => !passed.Contains(i) && held.All(o => o.Receiver.Number != i + 1) && random.Next(10) < 8)];
        }

        Assert.True(turns.Widest <= ((Int128)Share.One * (n - 1) / 2) + Share.One, $"seed {seed}: {(double)turns.Widest / Share.One}");
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 11)]
    [InlineData(4, 41)]
    [InlineData(5, 7)]
    public void With_everybody_always_there_nobody_is_a_whole_lead_off(int seed, int n)
    {
        var random = new Random(seed);
        var turns = new Turns(n == 7 ? Alike(n) : Weights(random, n));
        for (var lead = 0; lead < (n > 20 ? Leads / 4 : Leads); lead++)
        {
            turns.Book(Enumerable.Range(0, n));
        }

        Assert.True(turns.Widest < Share.One, $"seed {seed}: {(double)turns.Widest / Share.One}");
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 6)]
    [InlineData(3, 12)]
    [InlineData(4, 10)]
    [InlineData(5, 20)]
    public void With_a_random_half_there_nobody_is_one_and_a_half_leads_off(int seed, int n)
    {
        var random = new Random(seed);
        var turns = new Turns(Alike(n));
        var people = Enumerable.Range(0, n).ToArray();
        for (var lead = 0; lead < Leads; lead++)
        {
            random.Shuffle(people);
            turns.Book(people.Take(n / 2).Order());
        }

        Assert.True(turns.Widest <= Share.One * 3 / (Int128)2, $"seed {seed}: {(double)turns.Widest / Share.One}");
    }

    [Fact]
    public void Every_history_of_presence_of_two_or_three_people_keeps_the_bound()
    {
        foreach (var (n, length) in new[] { (2, 7), (3, 5) })
        {
            var sets = Enumerable.Range(1, (1 << n) - 1).Select(mask => Enumerable.Range(0, n).Where(i => (mask >> i & 1) == 1).ToArray()).ToArray();
            foreach (var weights in new[] { Enumerable.Repeat(1000, n), Enumerable.Range(1, n).Select(i => i * 700) })
            {
                for (var history = 0; history < (int)Math.Pow(sets.Length, length); history++)
                {
                    var turns = new Turns([.. weights]);
                    for (var (rest, step) = (history, 0); step < length; rest /= sets.Length, step++)
                    {
                        turns.Book(sets[rest % sets.Length]);
                    }

                    Assert.True(turns.Widest <= (Int128)Share.One * (n - 1) / 2, $"history {history} of {n}");
                }
            }
        }
    }

    [Fact]
    public void Whoever_returns_from_a_holiday_gets_no_burst()
    {
        var turns = new Turns([1000, 1000, 1000, 1000]);
        Run(turns, 400, 0, 1, 2, 3);
        Run(turns, 900, 0, 1, 2);
        var row = Enumerable.Range(0, 40).Select(_ => turns.Book([0, 1, 2, 3]).Receiver.Number).ToList();
        Assert.InRange(row.Count(r => r == 4), 9, 11);
        Assert.DoesNotContain(row.Zip(row.Skip(1)), pair => pair is (4, 4));
    }

    [Fact]
    public void A_newcomers_first_day_is_a_fair_part()
    {
        var turns = new Turns([1000, 1000, 1000, 1000, 1000]);
        Run(turns, 1003, 0, 1, 2, 3);
        var first = Enumerable.Range(0, 50).Count(_ => turns.Book([0, 1, 2, 3, 4]).Receiver.Number == 5);
        Assert.InRange(first, 9, 11);
    }

    [Fact]
    public void A_weight_of_three_gets_three_times_as_much_as_one()
    {
        var turns = new Turns([1000, 3000]);
        var heavy = Enumerable.Range(0, 400).Count(_ => turns.Book([0, 1]).Receiver.Number == 2);
        Assert.InRange(heavy, 299, 301);
    }

    private static void Run(Turns turns, int leads, params int[] present)
    {
        for (var lead = 0; lead < leads; lead++)
        {
            turns.Book(present);
        }
    }

    private static ImmutableArray<int> Alike(int n) => [.. Enumerable.Repeat(1000, n)];

    private static ImmutableArray<int> Weights(Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => random.Next(100, 5001))];

    private static List<int> Some(Random random, int n)
    {
        var some = Enumerable.Range(0, n).Where(_ => random.Next(2) == 0).ToList();
        return some.Count > 0 ? some : [random.Next(n)];
    }
}
