using System.Security.Claims;
using Bunit;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Xunit;

namespace LeadDesk.Tests.Shell;

public sealed class FrameTests : Stage
{
    [Theory]
    [InlineData(0, 6, 0)]
    [InlineData(4, 6, 4)]
    [InlineData(7, 6, 6)]
    [InlineData(1, 100, 1)]
    [InlineData(99, 100, 11)]
    [InlineData(100, 100, 12)]
    public void Places_are_never_drawn_full_while_one_is_free(int used, int limit, int filled) => Assert.Equal(filled, PlacesSegments.On(used, limit));

    [Fact]
    public void Places_say_their_numbers_in_words_too()
    {
        var bar = Render<PlacesBar>(p => p.Add(b => b.Used, 4).Add(b => b.Limit, 6));
        Assert.Equal("4 of 6 places", bar.Find(".muted").TextContent);
        Assert.Equal(4, bar.FindAll("i.on").Count);
    }

    [Fact]
    public void Each_presence_is_one_click_and_says_what_it_does()
    {
        Presence? said = null;
        var face = Render<PresenceSwitch>(p => p.Add(s => s.Presence, Presence.Available).Add(s => s.SetPresence, (Presence x) => said = x));
        Assert.Equal("Ready", face.Find("button[aria-pressed=true]").TextContent);
        Assert.All(face.FindAll("button[aria-describedby]"), b => Assert.NotEmpty(face.Find("#" + b.GetAttribute("aria-describedby")).TextContent));
        face.Find(".segments").TriggerEvent("onpick", new PickEventArgs { Verb = "presence", Value = "Away" });
        Assert.Equal(Presence.Away, said);
    }

    [Fact]
    public void A_break_is_seen_without_opening_the_menu()
    {
        var face = Render<PresenceSwitch>(p => p.Add(s => s.Presence, Presence.Break));
        Assert.Contains("Break", face.Find("button[popovertarget=presence-menu][aria-pressed=true]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rep", "G D, G R, G M, G E")]
    [InlineData("Store", "G D, G S, G R, G M, G E")]
    [InlineData("Manager", "G D, G F, G S, G R, G M, G P, G W, G A, G E")]
    public void The_keys_that_go_somewhere_are_those_of_the_readers_own_screens(string role, string keys)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"));
        var sheet = Render<KeysSheet>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(user))));
        Assert.Equal(keys, string.Join(", ", sheet.FindAll("kbd").Select(k => k.TextContent).Where(k => k.StartsWith("G ", StringComparison.Ordinal))));
        Assert.Contains("Go to Settings", sheet.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_toast_can_be_undone_where_there_is_something_to_undo()
    {
        Guid? undone = null;
        var action = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
        var toast = Render<Toast>(p => p.Add(t => t.Note, new ToastNote("Saved", action, Noon)).Add(t => t.Undo, (Guid x) => undone = x));
        toast.Find("[data-key=Z]").Click();
        Assert.Equal(action, undone);
        toast.Render(p => p.Add(t => t.Note, new ToastNote("Kim took this", null, Noon)));
        Assert.Empty(toast.FindAll("button"));
    }

    [Fact]
    public void News_does_not_take_an_undo_away_before_its_time()
    {
        var action = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
        var saved = new ToastNote("Saved", action, Noon.AddSeconds(15));
        var news = saved.Then(new ToastNote("Kim took this", null, Noon.AddSeconds(20)), Noon.AddSeconds(5));
        var toast = Render<Toast>(p => p.Add(t => t.Note, news));
        Assert.Equal("Saved", toast.Find(".kept-toast span").TextContent);
        Assert.Single(toast.FindAll("[data-key=Z]"));
        Assert.Equal(saved, news.Then(new ToastNote("More", null, Noon.AddSeconds(22)), Noon.AddSeconds(7)).Kept);
        Assert.Null(news.Then(new ToastNote("More", null, Noon.AddSeconds(40)), Noon.AddSeconds(25)).Kept);
        Assert.Null(saved.Then(new ToastNote("Other", Guid.Empty, Noon.AddSeconds(20)), Noon.AddSeconds(5)).Kept);
    }

    [Fact]
    public void The_floor_is_not_shown_to_a_rep()
    {
        var user = AddAuthorization();
        user.SetAuthorized("kim");
        user.SetRoles("Rep");
        Assert.Empty(Render<CascadingAuthenticationLinks>().FindAll("[href=floor]"));
        user.SetRoles("Manager");
        Assert.Single(Render<CascadingAuthenticationLinks>().FindAll("[href=floor]"));
    }

    /// <summary>The links as they stand under a signed-in person.</summary>
    private sealed class CascadingAuthenticationLinks : ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<Microsoft.AspNetCore.Components.Authorization.CascadingAuthenticationState>(0);
            builder.AddComponentParameter(1, "ChildContent", (RenderFragment)(b =>
            {
                b.OpenComponent<NavLinks>(0);
                b.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
