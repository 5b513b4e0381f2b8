using LeadDesk.App.RepDesk;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class QuickReplyTests : Stage
{
    private static readonly LeadCard Lead = new() { Id = Guid.Empty, Product = "ring", Contact = new("Amelia Hart", "a@example.com", "+1 206 555 0100", null) };

    [Fact]
    public void Three_replies_with_the_names_filled_in_and_ready_to_send()
    {
        var replies = QuickReply.For(Lead, "Mia", "Green Lake", Say);
        Assert.Equal(3, replies.Count);
        Assert.StartsWith("Hello Amelia, this is Mia at Green Lake.", replies[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("sms:+12065550100?body=Hello%20Amelia", replies[0].Sms, StringComparison.Ordinal);
        Assert.StartsWith("mailto:a@example.com?body=Hello%20Amelia", replies[0].Mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_discreet_reply_names_neither_the_shop_nor_the_thing()
    {
        var replies = QuickReply.For(Lead with { Instructions = new(null, null, true) }, "Mia", "Green Lake", Say);
        Assert.NotEmpty(replies);
        Assert.All(replies, r => Assert.DoesNotContain("ring", r.Text, StringComparison.Ordinal));
        Assert.All(replies, r => Assert.DoesNotContain("Green Lake", r.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_phone_only_mail_is_offered()
    {
        var reply = QuickReply.For(Lead with { Contact = new(null, "a@example.com", null, null) }, "Mia", "Green Lake", Say)[0];
        Assert.Null(reply.Sms);
        Assert.StartsWith("Hello, this is Mia", reply.Text, StringComparison.Ordinal);
    }
}
