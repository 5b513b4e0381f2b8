using System.Net;
using LeadDesk.App.Account;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>The demo shop's sign-in page.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task In_the_demo_one_click_signs_in_whom_it_offers_and_nobody_else()
    {
        await using var host = new DoorHost { Demo = true };
        await host.InitializeAsync();
        var ada = host.Get<DemoSignIns>().All[0].Account;
        var bob = host.Get<PeopleDirectory>().All.First(p => !host.Get<DemoSignIns>().Offers(p.Id)).Id;
        using var browser = host.Visit();
        var form = await browser.FieldsAsync("/sign-in");

        using var other = await browser.PostAsync("/sign-in/demo", form, ("account", bob.ToString()));
        using var bare = await browser.PostAsync("/sign-in/demo", [], ("account", ada.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/nope"));
        using var answer = await browser.PostAsync("/sign-in/demo", form, ("account", ada.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope"));
    }
}
