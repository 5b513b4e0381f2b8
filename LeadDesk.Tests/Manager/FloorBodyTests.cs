using Bunit;
using LeadDesk.App.Manager;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Manager;

public sealed class FloorBodyTests : Stage
{
    [Fact]
    public void Late_comes_first_and_calm_last()
    {
        var floor = Render<FloorBody>(p => p.Add(b => b.View, Views.Floor("normal")));
        Assert.Equal(["Late", "About to miss", "Due soon", "On time"], floor.FindAll(".band h3").Select(h => h.TextContent), StringComparer.Ordinal);
    }

    [Fact]
    public void Moving_ranks_people_and_tells_who_was_chosen()
    {
        var view = Views.Floor("normal");
        AssignAsk? moved = null;
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view).Add(b => b.Assign, (AssignAsk x) => moved = x));
        floor.Find("section").TriggerEvent("onpick", new PickEventArgs { Verb = "move", Id = view.Leads[0].Id.ToString() });
        Assert.Equal(["Dana Whitfield", "Mia Oduya", "Leo Brandt", "Noor Haddad", "Back to the queue"], floor.FindAll("[role=option] b").Select(b => b.TextContent), StringComparer.Ordinal);
        floor.Find("#move-note").Input("She knows the watch");
        floor.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "to", Id = view.People[1].Id.ToString() });
        Assert.Equal(new AssignAsk(view.Leads[0].Id, view.People[1].Id, "She knows the watch"), moved);
        Assert.Empty(floor.FindAll("dialog"));
    }

    [Fact]
    public void Typing_narrows_the_people_down()
    {
        var view = Views.Floor("normal");
        var menu = Render<MoveMenu>(p => p.Add(m => m.LeadId, view.Leads[0].Id).Add(m => m.Name, "Amelia").Add(m => m.People, view.People));
        menu.Find("#move-filter").Input("whit");
        Assert.Equal("Dana Whitfield", Assert.Single(menu.FindAll("[role=option] b")).TextContent);
        menu.Find("#move-filter").Input("zz");
        Assert.Contains("Nobody of that name", menu.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_person_stands_behind_a_busy_one()
    {
        var ranked = MoveRanking.Of(Views.Floor("normal").People, null, null, Say);
        Assert.Equal(["Dana Whitfield", "Mia Oduya", "Kim Larsen", "Leo Brandt", "Noor Haddad"], ranked.Select(r => r.Name), StringComparer.Ordinal);
        Assert.Equal("Full, 6 of 6 places in use", ranked[2].Why);
    }

    [Fact]
    public void A_manager_changes_a_presence_in_two_clicks()
    {
        var view = Views.Floor("normal");
        PresenceAsk? said = null;
        var people = Render<PeopleColumn>(p => p.Add(c => c.People, view.People).Add(c => c.SetPresence, (PresenceAsk x) => said = x));
        people.Find("section").TriggerEvent("onpick", new PickEventArgs { Verb = "change", Id = view.People[1].Id.ToString() });
        Assert.Equal(5, people.FindAll(".choose button").Count);
        people.Find("section").TriggerEvent("onpick", new PickEventArgs { Verb = "presence", Id = view.People[1].Id.ToString(), Value = "Away" });
        Assert.Equal(new PresenceAsk(view.People[1].Id, Presence.Away), said);
        Assert.Empty(people.FindAll(".choose"));
    }

    [Fact]
    public void A_held_lead_says_why_in_words()
    {
        var held = Render<FloorBody>(p => p.Add(b => b.View, Views.Floor("held"))).Find(".held-list li").TextContent;
        Assert.Contains("All ring specialists are full.", held, StringComparison.Ordinal);
        Assert.Contains("3 full", held, StringComparison.Ordinal);
        Assert.DoesNotContain("E5", held, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_is_not_drawn_again_when_another_lead_changes()
    {
        var view = Views.Floor("normal");
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view));
        var rows = floor.FindComponents<FloorRow>();
        floor.Render(p => p.Add(b => b.View, view with { Leads = view.Leads.SetItem(0, view.Leads[0] with { OwnerName = "Somebody new" }) }));
        Assert.Equal(rows.Count - 1, rows.Count(r => r.RenderCount == 1));
    }

    [Fact]
    public void An_empty_floor_is_good_news() => Assert.Contains("No open leads. Good.", Render<FloorBody>(p => p.Add(b => b.View, Views.Floor("empty"))).Markup, StringComparison.Ordinal);
}
