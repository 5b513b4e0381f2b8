using Bunit;
using LeadDesk.App.Manager;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Manager;

public sealed class PauseSheetTests : Stage
{
    private static readonly PauseChoice[] Choices = [new(PauseScope.All, "All new leads"), new(new(PauseKind.Source, "web"), "Website"), new(new(PauseKind.Person, Rep: new RepId(2)), "Dana")];

    [Fact]
    public void It_proposes_an_hour_and_tells_customers_what_was_typed()
    {
        PauseAsk? asked = null;
        var sheet = Sheet(a => asked = a);
        sheet.Find("#pause-message").Input(" Back at two. ");
        sheet.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "pause" });
        Assert.Equal(new PauseAsk(PauseScope.All, Noon.AddHours(1), "Back at two."), asked);
    }

    [Fact]
    public void A_preset_and_a_part_of_the_intake_are_two_choices()
    {
        PauseAsk? asked = null;
        var sheet = Sheet(a => asked = a);
        sheet.Find("#pause-scope").Change("1");
        sheet.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "for", Value = "30" });
        sheet.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "pause" });
        Assert.Equal(new PauseAsk(new(PauseKind.Source, "web"), Noon.AddMinutes(30), null), asked);
    }

    [Theory]
    [InlineData("2026-11-19T11:59:00")]
    [InlineData("2028-01-01T00:00:00")]
    [InlineData("")]
    public void A_time_that_is_over_or_too_far_is_said_to_be_and_nothing_is_paused(string until)
    {
        PauseAsk? asked = null;
        var sheet = Sheet(a => asked = a);
        sheet.Find("#pause-until").Input(until);
        sheet.Find("dialog").TriggerEvent("onpick", new PickEventArgs { Verb = "pause" });
        Assert.Null(asked);
        Assert.Equal("Give a time in the future, within a year.", sheet.Find("#pause-wrong").TextContent);
        Assert.Equal("true", sheet.Find("#pause-until").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void For_a_person_customers_are_told_nothing()
    {
        var sheet = Sheet(_ => { });
        sheet.Find("#pause-scope").Change("2");
        Assert.Empty(sheet.FindAll("#pause-message"));
        Assert.Contains("New leads go to others meanwhile", sheet.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_says_its_end_what_waits_and_how_to_end_it()
    {
        string? resumed = null;
        var floor = Render<FloorBody>(p => p
            .Add(b => b.View, Views.Floor("normal") with { Pauses = [new("source:web", PauseKind.Source, "Website", Noon, Noon.AddHours(2), "Back at two.", "Mo", 3)] })
            .Add(b => b.Resume, (string s) => resumed = s));
        var strip = floor.Find(".pause-strip");
        Assert.Equal("Leads of Website are paused until 14:00.", strip.QuerySelector("b")!.TextContent);
        Assert.Contains("3 wait and are kept · paused by Mo", strip.TextContent, StringComparison.Ordinal);
        Assert.Equal("Back at two.", strip.QuerySelector("q")!.TextContent);
        strip.TriggerEvent("onpick", new PickEventArgs { Verb = "resume", Id = "source:web" });
        Assert.Equal("source:web", resumed);
    }

    private IRenderedComponent<PauseSheet> Sheet(Action<PauseAsk> pause) => Render<PauseSheet>(p => p.Add(s => s.Choices, [.. Choices]).Add(s => s.Pause, pause));
}
