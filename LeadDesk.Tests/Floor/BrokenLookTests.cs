using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>Rules that throw, or take for ever, while somebody only looks or asks for the next lead: nobody else's picture or turn hangs on them.</summary>
public sealed class BrokenLookTests
{
    public static TheoryData<string> Methods => [.. Catalogue.Names.Where(m => !Lanes.IsBlend(m))];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_lane_that_breaks_while_it_is_asked_why_its_leads_wait_takes_nothing_from_anybodys_picture(string method)
    {
        var world = World.With(
            Lanes.Of(method, "bad") with { When = Lanes.Product("bad"), Rings = [new Ring { Language = "es", ForSeconds = 600 }, new Ring { ForSeconds = 600 }] },
            Lanes.Of("cherryPick", "good"));
        var (kim, manager) = (world.Join(), world.Manager());
        var bad = Enumerable.Range(0, 3).Select(_ => world.Send(new Facts { Product = "bad" })).ToList();

        // Asking this person for a language breaks; so does whatever asks everybody.
        world.Join(new RepTerms { Languages = default });
        bad.AddRange(Enumerable.Range(0, 3).Select(_ => world.Send(new Facts { Product = "bad" })));
        var good = world.Send();
        world.Pass(1);

        var views = new Views(world.Floor, world.Now, PlainWords.All);
        Assert.Contains(views.Desk(kim).Board, c => c.Id == good.Value);
        var floor = views.Floor(manager);
        Assert.Equal(1 + bad.Count, floor.Leads.Length);
        Assert.All(floor.Held, h => Assert.NotEmpty(h.Reason));
        _ = views.NextUp();
        Assert.All(bad.Append(good), l => Assert.NotEmpty(views.Fits([l])));
        Assert.Null(world.Claim(kim, good));
    }

    [Fact]
    public void A_board_that_breaks_leaves_the_other_boards()
    {
        var bad = Lanes.Of("cherryPick", "bad") with { When = Lanes.Product("bad") };
        var world = World.With(bad, Lanes.Of("cherryPick", "good"));
        var kim = world.Join();
        var (_, seen) = (world.Send(new Facts { Product = "bad" }), world.Send());

        world.Plan(bad with { MaxAgeMinutes = int.MaxValue, Version = 2 }, Lanes.Of("cherryPick", "good"));

        Assert.Equal([seen.Value], new Views(world.Floor, world.Now, PlainWords.All).Desk(kim).Board.Select(c => c.Id));
    }

    [Fact]
    public void A_lane_that_breaks_when_it_is_pulled_from_is_passed_by()
    {
        var bad = Lanes.Of("blindPull", "bad") with { When = Lanes.Product("bad") };
        var world = World.With(bad, Lanes.Of("blindPull", "good"));
        var kim = world.Join();
        var (stuck, next) = (world.Send(new Facts { Product = "bad" }), world.Send());
        world.Plan(bad with { MaxAgeMinutes = int.MaxValue, Version = 2 }, Lanes.Of("blindPull", "good"));

        Assert.Null(world.Pull(kim, out var taken));
        Assert.Equal(next, taken);
        Assert.Equal(RefusalCode.NothingWaiting, world.Pull(kim, out _)?.Code);
        Assert.True(world.Of(stuck).IsUnowned);
    }

    [Fact]
    public void A_window_of_a_year_in_a_minute_a_week_is_given_up_and_not_added_up()
    {
        var minute = OpeningHours.Weekly("America/New_York", new Dictionary<DayOfWeek, ImmutableArray<TimeRange>> { [DayOfWeek.Monday] = [new(TimeSpan.FromHours(9), TimeSpan.FromHours(9) + TimeSpan.FromMinutes(1))] }, []);
        Assert.Equal(DateTimeOffset.MaxValue, minute.After(Calendars.At("2026-03-04 12:00Z"), TimeSpan.FromMinutes(60 * 24 * 366)));
        Assert.Equal(Calendars.At("2026-03-09 13:01Z"), minute.After(Calendars.At("2026-03-04 12:00Z"), TimeSpan.FromMinutes(1)));

        var world = new World().Plan(minute, Lanes.Of("blindPull", "bad") with { When = Lanes.Product("bad"), FirstAttemptMinutes = 60 * 24 * 366, LeftBehindMinutes = [60 * 24 * 365, 60 * 24 * 366] }, Lanes.Of("blindPull", "good"));
        var (kim, manager) = (world.Join(), world.Manager());
        var leads = Enumerable.Range(0, 50).Select(_ => world.Send(new Facts { Product = "bad" })).Append(world.Send()).ToList();

        Assert.All(leads.SkipLast(1), l => Assert.Equal(DateTimeOffset.MaxValue, world.Of(l).Due!.Due));
        Assert.Equal(leads.Count, new Views(world.Floor, world.Now, PlainWords.All).Floor(manager).Leads.Length);
        Assert.Equal(leads[^1], world.Pulled(kim, "good"));
        var parked = world.Pulled(kim, "bad");
        Assert.Null(world.As(kim, r => LeadLife.Park(r, kim, parked, world.Now.AddDays(2), null)));
    }
}
