using LeadDesk.App.Shell;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Shell;

public sealed class PhrasesTests : Stage
{
    [Fact]
    public void Clock_times_are_those_of_the_reader()
    {
        Say.Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        Assert.Equal("04:00", Say.Time(Noon, Noon));
    }

    [Fact]
    public void A_time_of_another_day_names_its_day() => Assert.Equal("Fri 08:00", Say.Time(Noon.AddHours(20), Noon));

    [Fact]
    public void A_lead_without_a_name_is_called_by_what_it_has()
    {
        Assert.Equal("+1 206 555 0101", Say.Name(new LeadCard { Id = Guid.Empty, Contact = new(" ", null, "+1 206 555 0101", null) }));
        Assert.Equal("No name given", Say.Name(new LeadCard { Id = Guid.Empty }));
    }

    [Fact]
    public void A_line_leaves_out_what_is_not_there() => Assert.Equal("a · b", Phrases.Line("a", null, " ", "b"));
}
