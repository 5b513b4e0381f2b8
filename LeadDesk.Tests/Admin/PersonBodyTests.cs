using Bunit;
using LeadDesk.App.Admin;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Admin;

/// <summary>One person's page: typed, saved, refused by field, let go.</summary>
public sealed class PersonBodyTests : Stage
{
    private static readonly PersonEntry Kim = new("Kim", "kim@example.com", new RepTerms { Skills = Sorted.None<int>().Add("ring", 2) }, Sorted.None<OptIn>());

    private static readonly PersonView View = new(
        Guid.NewGuid(), new RepId(1), Kim, new Rep { Number = new RepId(1), Id = Guid.NewGuid(), Terms = Kim.Terms }, new FloorPlan { Lanes = [Lanes.Of("fairTurn", "turn") with { Name = "In turn" }] },
        [(new RepId(2), Guid.NewGuid(), "Dana")])
    {
        IsAdmin = true,
        MayEdit = true,
        Coaches = [(new RepId(2), "Dana")],
        Today = new DateOnly(2026, 11, 19),
    };

    [Fact]
    public void What_is_typed_is_saved_as_the_fields_of_a_floor_file_and_a_new_weight_asks_for_its_reason()
    {
        PersonSave? saved = null;
        var body = Render<PersonBody>(p => p.Add(b => b.View, View).Add(b => b.Save, (PersonSave s) => saved = s));
        Assert.Empty(body.FindAll("#p-reason"));
        body.Find("#p-weight").Input("1.5");
        body.Find("#p-reason").Change("Longer days");
        body.Find("#p-cover").Change("2");
        body.Find("#p-coach").Change("2");
        body.Find("#p-ramp").Change("hire");
        Pick(body, "add-skill", "");
        body.FindAll(".person-row input")[1].Change("watch");
        Pick(body, "add-leave", "");
        body.Find("#person-form").Submit();

        var json = saved!.Form.ToJson();
        Assert.Equal(("Longer days", 2, 2), (saved.Reason, saved.Cover!.Value.Number, saved.Coach!.Value.Number));
        Assert.Equal("""{"ring":2,"watch":1}""", json["skills"]!.ToJsonString());
        Assert.Equal("""[{"from":"2026-11-20","until":"2026-11-20"}]""", json["leave"]!.ToJsonString());
        Assert.Equal("2026-11-19", (string?)json["ramp"]!["start"]);
        Assert.Null(json["shift"]);
        Assert.Contains("25 %, with a coach beside them, until", body.Find(".person-stages").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wished_of_a_lane_is_called_by_its_name()
    {
        var body = Render<PersonBody>(p => p.Add(b => b.View, View));
        Assert.Equal("In turn", body.Find(".person-lanes label").TextContent.Trim());
        Assert.Equal(["Wish a day in In turn", "Hours without leads of In turn, such as 18:00-08:00"], body.FindAll(".person-lanes input.input").Select(i => i.GetAttribute("aria-label")));
    }

    [Fact]
    public void A_form_that_nobody_touched_follows_and_a_touched_one_stays()
    {
        var body = Render<PersonBody>(p => p.Add(b => b.View, View));
        body.Render(p => p.Add(b => b.View, View with { Entry = Kim with { Terms = Kim.Terms with { WipLimit = 9 } } }));
        Assert.Equal("9", body.Find("#p-places").GetAttribute("value"));
        body.Find("#p-places").Change("7");
        body.Render(p => p.Add(b => b.View, View with { Entry = Kim with { Terms = Kim.Terms with { WipLimit = 3 } } }));
        Assert.Equal("7", body.Find("#p-places").GetAttribute("value"));
    }

    [Fact]
    public void Faults_are_named_by_their_fields()
    {
        var body = Render<PersonBody>(p => p.Add(b => b.View, View).Add(b => b.Faults, new Dictionary<string, string[]>(StringComparer.Ordinal) { ["caps.day"] = ["0 to 100000 is allowed."] }));
        Assert.Equal("Limits: 0 to 100000 is allowed.", body.Find("[role=alert] li").TextContent);
    }

    [Fact]
    public void Leaving_asks_what_becomes_of_open_leads_and_nobody_lets_themselves_go()
    {
        LeaveTaking? asked = null;
        var held = View.Rep with { Holdings = Holdings.None with { Leads = Holdings.None.Leads.Add(new(Guid.NewGuid()), default) } };
        var body = Render<PersonBody>(p => p.Add(b => b.View, View with { Rep = held }).Add(b => b.Leave, (LeaveTaking l) => asked = l));
        body.Find("[aria-labelledby=person-leave] .btn").Click();
        Assert.Equal(["Return", "HandTo", "ToManagers"], body.FindAll("dialog [type=radio]").Select(r => r.GetAttribute("value")));
        body.FindAll("dialog [type=radio]")[1].Change(true);
        body.Find("dialog form").Submit();
        Assert.Null(asked);
        body.Find("#leave-to").Change("2");
        body.Find("dialog form").Submit();
        Assert.Equal((OpenLeads.HandTo, 2), (asked!.Open, asked.To!.Value.Number));

        body.Render(p => p.Add(b => b.View, View with { Rep = held, Entry = Kim with { Terms = Kim.Terms with { Cover = new RepId(2) } } }));
        body.Find("[aria-labelledby=person-leave] .btn").Click();
        Assert.Contains("To Dana, who stands in", body.Find("dialog label").TextContent, StringComparison.Ordinal);
        body.Find("dialog form").Submit();
        Assert.Equal((OpenLeads.ToCover, null), (asked!.Open, asked.To));

        body.Render(p => p.Add(b => b.View, View with { IsViewer = true }));
        Assert.Empty(body.FindAll("[aria-labelledby=person-leave]"));
        body.Render(p => p.Add(b => b.View, View with { MayEdit = false }));
        Assert.Empty(body.FindAll(".top .primary"));
        Assert.True(body.Find("fieldset").HasAttribute("disabled"));
    }

    private static void Pick(IRenderedComponent<PersonBody> body, string verb, string id) =>
        body.Find("#person-form").TriggerEvent("onpick", new PickEventArgs { Verb = verb, Id = id });
}
