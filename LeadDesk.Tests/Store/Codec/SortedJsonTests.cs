using System.Globalization;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain;
using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Store.Codec;

/// <summary>In Danish, aa comes after z: what is written under one culture is found under another.</summary>
public sealed class SortedJsonTests
{
    private static readonly string[] Lanes = ["aarhus", "ab", "zebra", "Zoo", "øst"];

    [Fact]
    public void What_a_floor_holds_is_found_under_every_culture_also_after_it_was_written_down()
    {
        var mine = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
            var floor = Make.World.With().Floor;
            var rep = new Rep { Number = new RepId(1), Id = Guid.NewGuid(), Terms = new(), OptIns = Sorted.None<OptIn>().AddRange(Lanes.Select(l => KeyValuePair.Create(l, new OptIn(false, null)))) };
            var back = FloorCodec.Read(FloorCodec.Write(floor with { People = [rep] }), _ => new Dictionary<long, Domain.Leads.Facts>(), _ => "");

            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
            Assert.All(Lanes, lane => Assert.False(rep.OptInTo(lane).On));
            Assert.All(Lanes, lane => Assert.False(back.People[0].OptInTo(lane).On));
        }
        finally
        {
            CultureInfo.CurrentCulture = mine;
        }
    }
}
