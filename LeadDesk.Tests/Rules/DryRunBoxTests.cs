using Bunit;
using LeadDesk.App.Rules;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Make;
using LeadDesk.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Rules;

/// <summary>The dry run beside the draft: asked for, watched, stopped, read.</summary>
public sealed class DryRunBoxTests : Stage
{
    private static readonly FloorPlan Draft = new() { Lanes = [Lanes.Of("push")] };
    private static readonly DryRunFigures Before = new(200, 14, 250, 3700, 0.31, Guid.NewGuid(), "Kim", 0, 2, 9, 0);
    private static readonly DryRunFigures After = Before with { Late = 9, MedianWaitSeconds = 200, LargestShare = 0.24, LargestShareName = "Dana" };

    private static readonly DryRunView Found = new(
        200, true, Noon, Noon, Before, After,
        [new DryRunLane("lane", "Rings", Before, After, 60), new DryRunLane("new", "Watches", null, After with { Leads = 3 }, 0)],
        60,
        [.. Enumerable.Range(0, 60).Select(i => new DryRunMove(Guid.NewGuid(), i == 0 ? null : $"Ring {i}", Guid.NewGuid(), "Kim", null, null, "lane", null))],
        "Fewer late.",
        "People are made up.");

    public DryRunBoxTests() => Services.AddSingleton<DryRunWording>();

    [Fact]
    public void Before_and_after_stand_beside_each_other()
    {
        var box = Box((_, _, _) => Task.FromResult<DryRunView?>(Found));
        Assert.Contains("Nothing on the floor moves", box.Markup, StringComparison.Ordinal);
        box.Find("button").Click();

        Assert.Equal(["14", "9"], Cells(box, "Late"));
        Assert.Equal(["4:10 min", "3:20 min"], Cells(box, "Median wait"));
        Assert.Equal(["1:01 h", "1:01 h"], Cells(box, "95 of 100 within"));
        Assert.Equal(["31% (Kim)", "24% (Dana)"], Cells(box, "Largest share").Select(c => c.Replace(" %", "%", StringComparison.Ordinal)));
        Assert.Equal(["200", "14 → 9", "4:10 min → 3:20 min"], Cells(box, "Rings"));
        Assert.Equal(["– → 3", "– → 9", "– → 3:20 min"], Cells(box, "Watches"));
        Assert.Equal(50, box.FindAll(".dry-run-moves li").Count);
        Assert.Contains("Kim → nobody", box.Find(".dry-run-moves li").TextContent, StringComparison.Ordinal);
        Assert.Contains("The first 50 of 60.", box.Markup, StringComparison.Ordinal);
        Assert.Contains("People are made up.", box.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_runs_it_says_how_far_and_can_be_stopped()
    {
        var stopped = new TaskCompletionSource();
        IProgress<int>? progress = null;
        var box = Box(async (_, told, cancel) =>
        {
            progress = told;
            await stopped.Task.WaitAsync(cancel);
            return null;
        });
        box.Find("button").Click();
        progress!.Report(45);
        box.WaitForAssertion(() => Assert.Equal("45", box.Find("progress").GetAttribute("value")));
        Assert.Contains("45 %", box.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await box.InvokeAsync(() => box.Find("button").Click());
        box.WaitForAssertion(() => Assert.Contains("Stopped", box.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(box.FindAll("progress"));
    }

    [Fact]
    public void What_was_found_of_another_draft_is_gone()
    {
        var box = Box((_, _, _) => Task.FromResult<DryRunView?>(Found));
        box.Find("button").Click();
        Assert.NotEmpty(box.FindAll("table"));
        box.Render(p => p.Add(b => b.Draft, Draft with { Lanes = [Lanes.Of("fairTurn")] }));
        Assert.Empty(box.FindAll("table"));
    }

    [Fact]
    public void Without_a_past_it_says_so()
    {
        var box = Box((_, _, _) => Task.FromResult<DryRunView?>(Found with { Leads = 0, Sentence = "There are no leads yet." }));
        box.Find("button").Click();
        Assert.Contains("There are no leads yet.", box.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(box.FindAll("table"));
    }

    private IRenderedComponent<DryRunBox> Box(Func<DryRunAsk, IProgress<int>, CancellationToken, Task<DryRunView?>> run) =>
        Render<DryRunBox>(p => p.Add(b => b.Draft, Draft).Add(b => b.Run, run));

    private static IEnumerable<string> Cells(IRenderedComponent<DryRunBox> box, string row) =>
        box.FindAll("tbody tr").First(r => r.QuerySelector("th")!.TextContent == row).QuerySelectorAll("td").Select(c => c.TextContent);
}
