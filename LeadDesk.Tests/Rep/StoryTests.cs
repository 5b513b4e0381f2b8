using LeadDesk.App.RepDesk;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

/// <summary>What happened to a lead, told from its card.</summary>
public sealed class StoryTests : Stage
{
    [Fact]
    public void Whoever_may_not_be_named_is_a_colleague()
    {
        var lead = Views.Desk("normal").Mine[0] with
        {
            Attempts = [new AttemptCard(Noon, Guid.Empty, null, Channel.Call, AttemptResult.NoAnswer, null)],
            Notes = [new NoteCard(Noon, Guid.Empty, null, "Likes gold")],
        };
        Assert.Equal(2, Story.Of(lead, Say).Count(l => l.Text.StartsWith("A colleague", StringComparison.Ordinal)));
    }
}
