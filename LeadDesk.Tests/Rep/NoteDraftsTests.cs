using LeadDesk.App.RepDesk;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class NoteDraftsTests
{
    private readonly NoteDrafts drafts = new();
    private readonly Guid lead = Guid.NewGuid();

    [Fact]
    public void A_draft_is_its_writers_alone()
    {
        drafts.Keep(new(1), lead, "wants platinum");
        Assert.Equal("wants platinum", drafts.Of(new(1), lead));
        Assert.Null(drafts.Of(new(2), lead));
    }

    [Fact]
    public void An_empty_one_is_dropped()
    {
        drafts.Keep(new(1), lead, "wants platinum");
        drafts.Keep(new(1), lead, " ");
        Assert.Null(drafts.Of(new(1), lead));
    }
}
