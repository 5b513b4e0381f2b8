using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>What the law asks for is never waived: not by a later ring, not by variety, not by a manager's force.</summary>
public sealed class LicenceTests
{
    private const string Licence = "licence:insurance";

    [Theory]
    [InlineData("fairTurn")]
    [InlineData("sharkTank")]
    [InlineData("cherryPick")]
    [InlineData("blindPull")]
    [InlineData("push")]
    [InlineData("strictRotation")]
    [InlineData("matchScore")]
    public void Nobody_without_it_ever_gets_the_lead_whatever_the_later_rings_say(string method)
    {
        var world = World.With(Lanes.Of(method) with { Rings = [new Ring { Skill = Licence, ForSeconds = 10 }, new Ring { ForSeconds = 3000 }] });
        var (without, licensed) = (world.Join(), world.Join(new RepTerms { Skills = Has(Licence) }));
        world.Set(licensed, Presence.Break);
        var lead = world.Send();
        world.Pass(11);
        Assert.NotNull(world.Claim(without, lead));
        Assert.NotNull(world.Pull(without, out _));
        Assert.NotNull(world.Accept(without, lead));
        var manager = world.Manager();
        Assert.Equal(RefusalCode.NotEligible, world.Assign(manager, lead, without, force: true)!.Code);
        Assert.Null(world.Assign(manager, lead, licensed, force: true));
        Assert.Equal(Test.E7, world.As(licensed, r => LeadLife.HandOver(r, licensed, lead, without, null))!.Test);
        Assert.Equal(licensed, world.Of(lead).Owner);
    }

    [Fact]
    public void A_label_whose_skill_is_a_licence_waits_for_whoever_has_it()
    {
        var world = World.With(Lanes.Of("productSpecialist") with { Settings = Sorted.None<string>().Add("skills", $"loan\t{Licence}").Add("varietyPercent", "50") });
        var without = world.Join();
        for (var i = 0; i < 10; i++)
        {
            var lead = world.Send(new Facts { Product = "loan" });
            world.Pass(121);
            Assert.NotEqual(LeadState.Offered, world.Of(lead).State);
        }

        Assert.Equal(without, world.OfferedTo(world.Send(new Facts { Product = "ring" })));
    }

    private static ImmutableSortedDictionary<string, int> Has(string skill) => Sorted.None<int>().Add(skill, 1);
}
