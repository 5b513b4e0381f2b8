using System.Collections.Immutable;
using LeadDesk.App.RepDesk;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class BoardOrderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);
    private static readonly ImmutableArray<LeadCard> Five = [.. Enumerable.Range(1, 5).Select(i => new LeadCard { Id = new Guid(i, 0, 0, new byte[8]) })];

    [Fact]
    public void The_first_leads_are_shown_at_once()
    {
        var order = Board(Five[..2]);
        Assert.Equal(Five[..2], order.Shown.Select(l => l.Lead));
        Assert.DoesNotContain(order.Shown, l => l.Fresh);
    }

    [Fact]
    public void Newcomers_wait_until_they_are_asked_for()
    {
        var order = Board(Five[..2]);
        order.Take([Five[4], Five[0], Five[1]], Noon);
        Assert.Equal(Five[..2], order.Shown.Select(l => l.Lead));
        Assert.Equal(1, order.New);
        order.Show();
        Assert.Equal([Five[4], Five[0], Five[1]], order.Shown.Select(l => l.Lead));
        Assert.Equal([true, false, false], order.Shown.Select(l => l.Fresh));
        Assert.Equal(0, order.New);
    }

    [Fact]
    public void A_lead_that_somebody_took_keeps_its_place_in_grey()
    {
        var order = Board(Five[..3]);
        order.Take([Five[2], Five[0]], Noon);
        Assert.Equal(Five[..3], order.Shown.Select(l => l.Lead));
        Assert.Equal([false, true, false], order.Shown.Select(l => l.Gone));
    }

    [Fact]
    public void When_everything_is_gone_the_list_starts_afresh()
    {
        var order = Board(Five[..2]);
        order.Take([], Noon);
        Assert.All(order.Shown, l => Assert.True(l.Gone));
        order.Take(Five[3..], Noon.AddSeconds(3));
        Assert.Equal(2, order.New);
        order.Take(Five[3..], Noon.AddSeconds(4));
        Assert.Equal(Five[3..], order.Shown.Select(l => l.Lead));
    }

    private static BoardOrder Board(ImmutableArray<LeadCard> leads)
    {
        var order = new BoardOrder();
        order.Take(leads, Noon);
        return order;
    }
}
