using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Ledger;

/// <summary>Booking and striking.</summary>
public sealed class LaneLedgerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Balances_add_up_to_nothing_and_striking_every_entry_leaves_nothing(int seed)
    {
        var random = new Random(seed);
        var ledger = LaneLedger.Empty;
        var booked = new List<Entry>();
        for (var number = 1; number <= 500; number++)
        {
            if (booked.Count > 0 && random.Next(3) == 0)
            {
                var any = random.Next(booked.Count);
                ledger = ledger.Strike(booked[any]);
                booked.RemoveAt(any);
            }
            else
            {
                var sharers = Enumerable.Range(1, 50).Where(_ => random.Next(2) == 0).DefaultIfEmpty(1)
                    .Select(i => new Sharer(new RepId(i), random.Next(1, 5000), ledger.Of(new RepId(i)).LastReceived)).ToList();
                var receiver = sharers[random.Next(sharers.Count)];
                var entry = new Entry(number, "lane", Share.Split(sharers), receiver.Rep, receiver.LastReceived);
                ledger = ledger.Book(entry);
                booked.Add(entry);
            }

            Assert.True(ledger.Balances() == 0, $"seed {seed}, entry {number}");
        }

        ledger = booked.Aggregate(ledger, (l, e) => l.Strike(e));
        Assert.All(ledger.Accounts.Values, a => Assert.True(a.Due == 0 && a.Received == 0, $"seed {seed}: {a}"));
    }

    [Fact]
    public void Striking_the_last_entry_gives_back_the_account_as_it_was()
    {
        var (a, b) = (new RepId(1), new RepId(2));
        var before = LaneLedger.Empty.Book(Entry.Alone(3, "lane", a, 0)).Book(new Entry(5, "lane", Share.Split([new(a, 1, 3), new(b, 3, 0)]), b, 0));
        var entry = new Entry(8, "lane", Share.Split([new(a, 2, 3), new(b, 1, 5)]), a, 3);
        var after = before.Book(entry).Strike(entry);
        Assert.Equal(before.Of(a), after.Of(a));
        Assert.Equal(before.Of(b), after.Of(b));
    }

    [Fact]
    public void Striking_in_another_order_never_leaves_a_struck_entry_as_the_last_received()
    {
        var a = new RepId(1);
        var first = Entry.Alone(3, "lane", a, 0);
        var second = Entry.Alone(5, "lane", a, 3);
        var ledger = LaneLedger.Empty.Book(first).Book(second).Strike(first);
        Assert.Equal(5, ledger.Of(a).LastReceived);
    }

    [Fact]
    public void An_entry_of_the_receiver_alone_moves_no_balance()
    {
        var rep = new RepId(7);
        var ledger = LaneLedger.Empty.Book(Entry.Alone(12, "lane", rep, 0));
        Assert.Equal((Int128)0, ledger.Of(rep).Balance);
        Assert.Equal((Int128)Share.One, ledger.Of(rep).Received);
        Assert.Equal(12, ledger.Of(rep).LastReceived);
    }
}
