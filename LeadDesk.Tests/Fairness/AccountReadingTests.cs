using LeadDesk.App.Fairness;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Desk;
using Xunit;

namespace LeadDesk.Tests.Fairness;

/// <summary>Accounts that anybody can add up: line by line, over pages, to the balance from which the desk decides.</summary>
public sealed class AccountReadingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_account_of_a_random_day_adds_up_to_the_balance_of_the_floor(int seed)
    {
        await using var house = await House.OpenAsync(Floors.Mixed, [.. Floors.People]);
        await new RandomDay(house, seed + 500).LiveAsync(400);
        await SameStoryTests.ProjectAsync(house);
        var reading = house.Get<AccountReading>();
        var manager = new RepId(6);
        var struck = 0;
        foreach (var person in house.Floor.People)
        {
            foreach (var lane in house.Floor.Ledgers.Keys)
            {
                var all = (await reading.ReadAsync(manager, person.Id, lane, null, 10_000))!;
                var account = house.Floor.LedgerOf(lane).Of(person.Number);
                if (house.Floor.Plan.Find(lane) is null && all.Open?.Key != lane)
                {
                    // A lane that is no longer there stands among a person's accounts only while something happened in it to them.
                    Assert.Equal((0, 0), (account.Due, account.Received));
                    continue;
                }

                Assert.Equal((lane, account.Due, account.Received, account.Balance), (all.Open!.Key, all.Open.Due, all.Open.Received, all.Open.Balance));
                Assert.False(all.IsBehind);
                Assert.True(all.Carried == 0, $"seed {seed}, {lane}, {person.Number}: {all.Carried}");
                var balance = (Int128)0;
                foreach (var line in all.Lines.Reverse())
                {
                    balance += line.Share - line.Received;
                    Assert.Equal(balance, line.Balance);
                    struck += line.Struck ? 1 : 0;
                }

                Assert.Equal(account.Due, all.Lines.Aggregate((Int128)0, (sum, l) => sum + l.Share));
                var paged = new List<AccountLine>();
                long? before = null;
                do
                {
                    var page = (await reading.ReadAsync(manager, person.Id, lane, before, 3))!;
                    paged.AddRange(page.Lines);
                    before = page.Next;
                }
                while (before is not null);
                Assert.Equal(all.Lines.AsEnumerable(), paged);
            }
        }

        Assert.True(struck > 0, $"seed {seed}: a day without a pass proves little");
    }

    [Fact]
    public async Task A_rep_opens_their_own_account_and_nobody_elses()
    {
        await using var house = await House.OpenAsync(Floors.Mixed, [.. Floors.People]);
        await SameStoryTests.ProjectAsync(house);
        var reading = house.Get<AccountReading>();
        var (one, two) = (house.Floor.People[0], house.Floor.People[1]);

        Assert.NotNull(await reading.ReadAsync(one.Number, one.Id, null, null, 10));
        Assert.Empty((await reading.ReadAsync(one.Number, one.Id, null, null, 10))!.People);
        Assert.Null(await reading.ReadAsync(one.Number, two.Id, null, null, 10));
        Assert.Null(await reading.ReadAsync(one.Number, Guid.NewGuid(), null, null, 10));
        Assert.NotNull(await reading.ReadAsync(new RepId(6), two.Id, null, null, 10));
    }

    [Fact]
    public async Task A_number_is_not_found_in_a_longer_one()
    {
        await using var house = await House.OpenAsync(Floors.Mixed with { Lanes = [Floors.Lane("turn", "fairTurn")] }, [.. Enumerable.Repeat(Floors.Rep, 12), Floors.Manager]);
        await house.AvailableAsync(new RepId(12));
        await house.ReceiveAsync("turn");
        await SameStoryTests.ProjectAsync(house);
        var reading = house.Get<AccountReading>();

        Assert.Single((await reading.ReadAsync(new RepId(12), house.Floor.People[11].Id, "turn", null, 10))!.Lines, l => l.IsReceiver && l.Share == Share.One);
        Assert.Empty((await reading.ReadAsync(new RepId(2), house.Floor.People[1].Id, "turn", null, 10))!.Lines);
        Assert.Empty((await reading.ReadAsync(new RepId(1), house.Floor.People[0].Id, "turn", null, 10))!.Lines);
    }
}
