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
        var ada = await host.PersonAsync("ada", password: null);
        var bob = await host.PersonAsync("bob", password: null);
        host.Get<DemoSignIns>().Offer([new("Rep", ada.Id)]);
        using var browser = host.Visit();
        var form = await browser.FieldsAsync("/sign-in");

        using var other = await browser.PostAsync("/sign-in/demo", form, ("account", bob.Id.ToString()));
        using var bare = await browser.PostAsync("/sign-in/demo", [], ("account", ada.Id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/nope"));
        using var answer = await browser.PostAsync("/sign-in/demo", form, ("account", ada.Id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope"));
    }
}
