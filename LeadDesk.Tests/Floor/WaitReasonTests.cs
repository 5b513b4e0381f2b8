using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>Every lead that waits says why, and what it says is true.</summary>
public sealed class WaitReasonTests
{
    private const int Steps = 1500;

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(203)]
    [InlineData(204)]
    [InlineData(205)]
    public void In_any_world_every_waiting_lead_says_why_and_it_is_true(int seed)
    {
        var mischief = new Mischief(seed);
        var world = mischief.World;
        var seen = new HashSet<HeldCause>();
        for (var step = 0; step < Steps; step++)
        {
            mischief.Step();
            if (step % 3 > 0)
            {
                continue;
            }

            world.Tick();
            foreach (var lead in world.Floor.Leads.Values.Where(l => l is { State: LeadState.Waiting, IsClosed: false }))
            {
                var reason = WaitReason.Of(world.Floor, lead, world.Now, world.Today);
                seen.Add(reason.Cause);
                Assert.True(IsTrue(world, lead, reason), $"seed {seed}, step {step}: {lead.Id} in {lead.Stay?.Lane} waits because of {reason.Cause}");
            }
        }

        Assert.True(seen.Count >= 5, $"seed {seed}: only {string.Join(", ", seen)}");
    }

    [Fact]
    public void Whoever_sees_the_whole_floor_is_told_of_every_waiting_lead()
    {
        const int Seed = 206;
        var mischief = new Mischief(Seed);
        var world = mischief.World;
        var manager = world.Floor.People.Single(p => p.Terms.Role == Role.Manager).Number;
        world.Agree(manager, t => t with { Active = true });
        for (var step = 0; step < Steps; step++)
        {
            mischief.Step();
            if (step % 20 > 0 || !world.Of(manager).Terms.Active)
            {
                continue;
            }

            var floor = new Views(world.Floor, world.Now, PlainWords.All).Floor(manager);
            Assert.All(floor.Leads, l => Assert.True((l.State == LeadState.Waiting) == (l.Held is not null), $"seed {Seed}, step {step}: {l.State} says {l.Held}"));
            Assert.All(floor.Held, h => Assert.Equal(h.Reason, floor.Leads.FirstOrDefault(l => l.Id == h.LeadId)?.Held ?? h.Reason));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Every_reason_has_words(string language)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var was = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var texts = services.GetRequiredService<IStringLocalizer<DeskWords>>();
            var words = new DeskWording(texts, new PeopleDirectory(null!), new PersonalData(null!)).For(SalesFloor.Empty);
            ImmutableArray<TallyLine> tally = [.. Enum.GetNames<Test>().Select(t => new TallyLine(t, 2))];
            var said = Enum.GetValues<HeldCause>().Select(c => words.Held(c, null, tally)).ToList();
            Assert.All(said, s => Assert.Contains(' ', s));
            Assert.Equal(said.Count, said.Distinct(StringComparer.Ordinal).Count());
        }
        finally
        {
            CultureInfo.CurrentUICulture = was;
        }
    }

    /// <summary>What a reason says, tried out on floors that nobody keeps.</summary>
    private static bool IsTrue(World world, Lead lead, WaitReason reason)
    {
        var lane = world.Floor.Plan.Find(lead.Stay?.Lane);
        return reason.Cause switch
        {
            HeldCause.WithManagers => lead.WithManagersSince is not null,
            HeldCause.Closed => lane is { Method.Offer.Acts: true } && !lane.Hours.IsOpen(world.Now),
            HeldCause.PassedByAll => Takers(world, lead).Any() && lead.Holders.Length > 0,
            HeldCause.ToBeTaken => lane is { Method.Offer.IsPull: true } && Takers(world, lead, orOneBefore: true).Any(),
            HeldCause.ManagerDecides => lane is { Method.Offer: { Acts: false, IsPull: false } },
            HeldCause.Busy => world.Floor.People.Any(p => p.Offer is not null) && !Takers(world, lead).Any(),
            HeldCause.NobodyEligible => reason.Tally.Sum(t => t.Count) == world.Floor.People.Count(p => p.Terms.HoldsLeads) && !Takers(world, lead).Any(),
            HeldCause.Paused => lane is not null && world.Floor.IsKept(lead, lane.Key) && !Takers(world, lead).Any(),
            // The desk has just looked: nothing that could go out waits.
            HeldCause.AtOnce => false,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IEnumerable<RepId> Takers(World world, Lead lead, bool orOneBefore = false) => world.Floor.People.Select(p => p.Number).Where(rep =>
    {
        var claims = new Round(world.Floor, world.Now, Actor.Person(rep, "api"));
        if (LeadLife.Claim(claims, rep, lead.Id) is null)
        {
            return true;
        }

        var pulls = new Round(world.Floor, world.Now, Actor.Person(rep, "api"));
        return LeadLife.Pull(pulls, rep, lead.Stay!.Lane, out var pulled) is null && (orOneBefore || pulled == lead.Id);
    });
}
