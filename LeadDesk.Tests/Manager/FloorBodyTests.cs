using System.Collections.Immutable;
using Bunit;
using LeadDesk.App.Manager;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Distribution;
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
    public void What_is_not_for_now_stands_apart_with_its_day_and_to_whom_it_comes_back()
    {
        var view = Views.Floor("normal");
        Assert.Empty(Render<FloorBody>(p => p.Add(b => b.View, view)).FindAll("[aria-labelledby=later-title]"));
        var lead = view.Leads[0] with { OwnerName = "Kim Larsen", NextAt = view.At.AddDays(9), ComesBackToOwner = true };
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view with { Later = [lead, lead with { Id = Guid.NewGuid(), ComesBackToOwner = false }] }));
        var rows = floor.FindAll("[aria-labelledby=later-title] li");
        Assert.Contains("Kim Larsen", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("by the rules", rows[1].TextContent, StringComparison.Ordinal);
        Assert.All(rows, r => Assert.StartsWith("back ", r.QuerySelector(".tag")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Moving_ranks_people_and_tells_who_was_chosen()
    {
        var view = Views.Floor("normal");
        AssignAsk? moved = null;
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view).Add(b => b.Assign, (AssignAsk x) => moved = x));
        floor.Find("[data-chooser]").TriggerEvent("onpick", new PickEventArgs { Verb = "move", Id = view.Leads[0].Id.ToString() });
        Assert.Equal(["Dana Whitfield", "Mia Oduya", "Leo Brandt", "Noor Haddad", "Back to the queue"], floor.FindAll("[role=option] b").Select(b => b.TextContent), StringComparer.Ordinal);
        floor.Find("#move-note").Input("She knows the watch");
        floor.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "to", Id = view.People[1].Id.ToString() });
        Assert.Equal((view.Leads[0].Id, view.People[1].Id, "She knows the watch"), (Assert.Single(moved!.Leads).Id, moved.PersonId, moved.Reason));
        Assert.Empty(floor.FindAll("dialog"));
    }

    [Fact]
    public void Typing_narrows_the_people_down()
    {
        var view = Views.Floor("normal");
        var menu = Render<MoveMenu>(p => p.Add(m => m.Leads, [new LeadSeen(view.Leads[0].Id, 1, null)]).Add(m => m.Name, "Amelia").Add(m => m.People, view.People));
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
    public void Who_fits_stands_before_who_only_has_room()
    {
        var people = Views.Floor("normal").People;
        var (kim, dana) = (people[0] with { Places = new(1, 6) }, people[1]);
        var ranked = MoveRanking.Of([kim, dana], null, null, Say, 1, [new(kim.Id, 0, Test.E7, null), new(dana.Id, 1, null, 0)]);
        Assert.Equal(["Ready, 3 of 6 places in use · next in turn", "Ready, 1 of 6 places in use · other field"], ranked.Select(r => r.Why), StringComparer.Ordinal);
        Assert.Equal("Ready, 3 of 6 places in use · fits 2 of 3", Assert.Single(MoveRanking.Of([dana], null, null, Say, 3, [new(dana.Id, 2, Test.E10, null)])).Why);
    }

    [Fact]
    public void Chosen_leads_are_moved_together_the_most_urgent_first()
    {
        var view = Views.Floor("normal");
        AssignAsk? moved = null;
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view).Add(b => b.Assign, (AssignAsk x) => moved = x));
        Choose(floor, view.Leads[4].Id, view.Leads[1].Id, Guid.NewGuid());
        Assert.Equal("2 chosen", floor.Find("#floor-leads").TextContent);
        Assert.Equal(2, floor.FindAll("input[data-choose][checked]").Count);
        floor.Find("[data-chooser]").TriggerEvent("onpick", new PickEventArgs { Verb = "move", Id = view.Leads[4].Id.ToString() });
        Assert.Equal("Move 2 leads", floor.Find("#move-title").TextContent);
        Assert.DoesNotContain("Back to the queue", floor.Find("dialog").TextContent, StringComparison.Ordinal);
        floor.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "to", Id = view.People[1].Id.ToString() });
        Assert.Equal([view.Leads[1].Id, view.Leads[4].Id], moved!.Leads.Select(l => l.Id));
        Assert.Empty(floor.FindAll("input[data-choose][checked]"));
    }

    [Fact]
    public void More_than_ten_are_asked_about_with_their_number_and_the_free_places()
    {
        var view = Views.Floor("normal");
        AssignAsk? moved = null;
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view).Add(b => b.Assign, (AssignAsk x) => moved = x));
        Choose(floor, [.. view.Leads.Take(11).Select(l => l.Id)]);
        floor.Find("[data-chooser]").TriggerEvent("onpick", new PickEventArgs { Verb = "move-all" });
        floor.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "to", Id = view.People[1].Id.ToString() });
        Assert.Null(moved);
        Assert.Equal("Move 11 leads to Dana Whitfield? Free places there: 3.", floor.Find("dialog p").TextContent);
        Assert.Equal(["Move 3, leave 8", "Move all 11 anyway", "Somebody else"], floor.FindAll("dialog .btn-row button").Select(b => b.TextContent), StringComparer.Ordinal);
        floor.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "some" });
        Assert.Equal((3, false), (moved!.Leads.Length, moved.Force));
        Assert.Equal("8 chosen", floor.Find("#floor-leads").TextContent);
    }

    [Fact]
    public void Onto_the_queue_one_lead_at_a_time_is_dropped()
    {
        var view = Views.Floor("normal");
        var (returned, refused) = ((Guid?)null, "");
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view).Add(b => b.Return, (Guid x) => returned = x).Add(b => b.Refuse, (string x) => refused = x));
        var owned = view.Leads.Where(l => l.OwnerId is not null).Select(l => l.Id).Take(2).ToList();
        floor.Find(".floor-body").TriggerEvent("ondropped", new DropEventArgs { Lead = owned[0].ToString(), To = DropEventArgs.Queue });
        Assert.Equal((owned[0], ""), (returned, refused));

        returned = null;
        Choose(floor, owned[0], owned[1]);
        floor.Find(".floor-body").TriggerEvent("ondropped", new DropEventArgs { Lead = owned[0].ToString(), To = DropEventArgs.Queue });
        Assert.Equal((null, "One lead at a time goes back to the queue, so nothing was moved."), (returned, refused));
    }

    [Fact]
    public void Many_dropped_on_somebody_are_asked_about_and_what_they_hold_already_is_left_out()
    {
        var view = Views.Floor("full") with { People = Views.Floor("normal").People };
        var dana = view.People[1];
        view = view with { Leads = [.. view.Leads.Take(13).Select((l, i) => l with { OwnerId = i < 2 ? dana.Id : null })] };
        AssignAsk? moved = null;
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view).Add(b => b.Assign, (AssignAsk x) => moved = x));
        Choose(floor, [.. view.Leads.Select(l => l.Id)]);

        Drop(floor, view.Leads[5].Id, dana.Id);

        Assert.Null(moved);
        Assert.Equal("Move 11 leads to Dana Whitfield? Free places there: 3.", floor.Find("dialog p").TextContent);
        floor.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "some" });
        Assert.Equal(view.Leads[2..5].Select(l => l.Id), moved!.Leads.Select(l => l.Id));
    }

    [Theory]
    [InlineData(1, 1, "That is with Dana Whitfield already.")]
    [InlineData(1, 3, "Leo Brandt is on a break, so nothing was moved. Move… does it anyway.")]
    [InlineData(1, 4, "Noor Haddad is off, so nothing was moved. Move… does it anyway.")]
    public void A_drop_that_comes_to_nothing_says_why(int owner, int to, string words)
    {
        var view = Views.Floor("normal");
        view = view with { Leads = [view.Leads[0] with { OwnerId = view.People[owner].Id }] };
        var (said, moved) = ("", false);
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view).Add(b => b.Assign, (AssignAsk _) => moved = true).Add(b => b.Refuse, (string x) => said = x));
        Drop(floor, view.Leads[0].Id, view.People[to].Id);
        Assert.Equal((words, false), (said, moved));
    }

    [Fact]
    public void What_has_left_the_floor_is_chosen_no_more()
    {
        var view = Views.Floor("normal");
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view));
        Choose(floor, view.Leads[0].Id, view.Leads[1].Id);
        floor.Render(p => p.Add(b => b.View, view with { Leads = view.Leads.RemoveAt(0) }));
        Assert.Equal("1 chosen", floor.Find("#floor-leads").TextContent);
        floor.Find("[data-chooser]").TriggerEvent("onpick", new PickEventArgs { Verb = "none" });
        Assert.Equal("Open leads", floor.Find("#floor-leads").TextContent);
    }

    [Fact]
    public void The_strip_has_a_dot_for_every_running_clock_a_sentence_and_the_same_as_a_table()
    {
        var view = Views.Floor("normal");
        var strip = Render<AgingStrip>(p => p.Add(s => s.Leads, view.Leads.SetItem(3, view.Leads[3] with { Due = null })));
        Assert.Equal(11, strip.FindAll(".strip-dot").Count);
        Assert.Equal("2 late, the longest since 11:14. The next is due at 12:00.", strip.Find(".card-head p").TextContent);
        Assert.Empty(strip.FindAll("table"));
        strip.Find("section").TriggerEvent("onpick", new PickEventArgs { Verb = "table" });
        Assert.Equal(11, strip.FindAll("tbody tr").Count);
        Assert.Contains("Thu 19 Nov, 11:14", strip.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("Nobody is late.", Render<AgingStrip>(p => p.Add(s => s.Leads, [])).Find(".card-head p").TextContent);
    }

    [Fact]
    public void Answers_of_today_stand_beside_the_goal()
    {
        var floor = Render<FloorBody>(p => p.Add(b => b.View, Views.Floor("normal")));
        Assert.Equal("Median answer today 4 min 10 s · goal 5 min · 14 of 16 in time", floor.Find(".answers").TextContent);
        Assert.Equal("", Render<FloorBody>(p => p.Add(b => b.View, Views.Floor("empty"))).Find(".answers").TextContent);
    }

    [Fact]
    public void Who_is_next_says_why_and_is_asked_only_while_it_is_open()
    {
        var asked = 0;
        var floor = Render<FloorBody>(p => p.Add(b => b.View, Views.Floor("normal")).Add(b => b.NextOf, () =>
        {
            asked++;
            return [new("rings", "Rings", ["Dana", "Kim", "Leo"], TieBreak.T1), new("rest", "The rest", ["Kim"], null), new("none", "Nobody here", [], null)];
        }));
        Assert.Equal(0, asked);
        floor.Find(".next-up > button").Click();
        Assert.Equal(["Dana is owed the most in this rule.", "Kim is the only one who can right now."], floor.FindAll(".next-lane p:has(b)").Select(p => p.TextContent), StringComparer.Ordinal);
        Assert.Equal(["Then Kim, Leo", "Nobody could take one right now."], floor.FindAll(".next-lane p.muted").Select(p => p.TextContent), StringComparer.Ordinal);
        floor.Find(".next-up > button").Click();
        Assert.Empty(floor.FindAll(".next-lane"));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_held_lead_offers_the_nearest_way_out()
    {
        var view = Views.Floor("held");
        HeldLead Held(int lead, HeldCause cause, string test, int count) => new(view.Leads[lead].Id, "Rings", Noon, "", [new(test, count)]) { Cause = cause };
        var floor = Render<FloorBody>(p => p.Add(b => b.View, view with
        {
            Held = [Held(0, HeldCause.NobodyEligible, "E4", 3), Held(1, HeldCause.NobodyEligible, "E5", 3), Held(2, HeldCause.PassedByAll, "E10", 2)],
        }));
        Assert.Equal(["Ask somebody to be Ready…", "Give to somebody…", "Give to somebody…"], floor.FindAll(".held-list .btn").Select(b => b.TextContent), StringComparer.Ordinal);
        floor.Find(".held-list").ParentElement!.TriggerEvent("onpick", new PickEventArgs { Verb = "ready" });
        Assert.Equal("Change Mia Oduya’s presence", floor.Find(".choose").GetAttribute("aria-label"));
    }

    [Fact]
    public void Whom_only_that_keeps_from_a_held_lead_is_asked_to_be_Ready()
    {
        var view = Views.Floor("held");
        var held = new HeldLead(view.Leads[0].Id, "Rings", Noon, "", [new("E4", 3)]) { Cause = HeldCause.NobodyEligible };
        var away = view.People.Where(p => p.Presence != Presence.Available).ToList();
        var asked = Guid.Empty;
        ImmutableArray<Fit> Fits(ImmutableArray<Guid> leads)
        {
            asked = leads.Single();
            return [.. view.People.Select(p => new Fit(p.Id, 0, p == away[^1] ? Test.E4 : Test.E7, null))];
        }

        var floor = Render<FloorBody>(p => p.Add(b => b.View, view with { Held = [held] }).Add(b => b.FitsOf, Fits));
        floor.Find(".held-list").ParentElement!.TriggerEvent("onpick", new PickEventArgs { Verb = "ready", Id = held.LeadId.ToString() });
        Assert.Equal(held.LeadId, asked);
        Assert.True(away.Count > 1);
        Assert.Equal($"Change {away[^1].Name}’s presence", floor.Find(".choose").GetAttribute("aria-label"));
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

    private static void Drop(IRenderedComponent<FloorBody> floor, Guid lead, Guid person) =>
        floor.Find(".floor-body").TriggerEvent("ondropped", new DropEventArgs { Lead = lead.ToString(), To = person.ToString() });

    private static void Choose(IRenderedComponent<FloorBody> floor, params Guid[] leads) =>
        floor.Find("[data-chooser]").TriggerEvent("onchosen", new ChosenEventArgs { Ids = string.Join(' ', leads) });
}
