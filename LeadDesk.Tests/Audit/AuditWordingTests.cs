using LeadDesk.App.Audit;
using LeadDesk.App.Store.Codec;
using LeadDesk.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace LeadDesk.Tests.Audit;

/// <summary>Every act of the log is in a group and has words.</summary>
public sealed class AuditWordingTests : Stage
{
    [Fact]
    public void Every_act_has_a_name_a_group_and_a_text()
    {
        var texts = Services.GetRequiredService<IStringLocalizer<AuditWords>>();
        Assert.Equal(EventCodec.KnownActs.Order(StringComparer.Ordinal), AuditKinds.All.SelectMany(k => k.Acts).Order(StringComparer.Ordinal));
        Assert.All(AuditKinds.All, k => Assert.False(texts[$"kind-{k.Name}"].ResourceNotFound, k.Name));
        Assert.All(EventCodec.KnownActs, act => Assert.False(texts[$"act-{act}"].ResourceNotFound, act));
    }

    [Fact]
    public void A_word_that_is_no_act_and_no_group_stands_for_nothing()
    {
        Assert.Null(AuditKinds.Of("steal"));
        Assert.Equal("taken", Assert.Single(AuditKinds.Of("taken")!.Value.AsEnumerable()));
        Assert.Contains("offered", AuditKinds.Of("given")!.Value);
    }
}
