using System.Collections.Immutable;
using LeadDesk.App.Admin;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Rules;

/// <summary>The rules, live: everybody reads them and how they came about; managers edit and publish.</summary>
public sealed partial class RulesPage
{
    private const int MostVersions = 30;
    private FloorPlan? wanted;
    private FloorPlan? shown;

    [Inject] private RulesHistory History { get; set; } = default!;

    [Inject] private Trials Trials { get; set; } = default!;

    [Inject] private RuleHits Hits { get; set; } = default!;

    [Inject] private RuleDiff Diff { get; set; } = default!;

    [Inject] private RuleWording Word { get; set; } = default!;

    protected override bool WholeFloor => false;

    private RulesView? View { get; set; }

    protected override void Look(Views views) => wanted = Floor.Plan.Plan;

    /// <summary>The history lies in the store, so it is read after the look and only when the rules have changed.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (wanted is not null && !ReferenceEquals(wanted, shown))
        {
            shown = wanted;
            View = await ReadAsync(Floor);
            StateHasChanged();
        }
    }

    private async Task<RulesView> ReadAsync(SalesFloor floor)
    {
        var all = await History.AllAsync(floor);
        var newest = all is [.., var last] ? last : null;
        return new(
            floor.Plan.Plan,
            newest?.Number ?? 0,
            newest?.At,
            await Hits.OfWeekAsync(),
            [.. Enumerable.Range(0, all.Length).Reverse().Take(MostVersions).Select(i => Line(all, i))],
            floor.People)
        {
            MayPublish = floor.Person(Me).Terms is { Active: true, LeadsTheFloor: true },
        };
    }

    private VersionLine Line(ImmutableArray<RulesVersion> all, int i) => new(
        all[i].Number,
        all[i].At,
        all[i].By is { } by ? PersonName(by) : Word["by-file"],
        all[i].Reason,
        i == 0 ? [Word["diff-first"]] : Diff.Of(all[i - 1].Plan, all[i].Plan));

    private Task PublishAsync(PublishAsk ask) => DoAsync(
        actor => new PublishLanes(actor, ask.Draft.Basis, ask.Draft.Lanes, ask.Reason),
        _ => Word["page-published"]);

    private async Task ReturnAsync(int number)
    {
        var all = await History.AllAsync(Floor);
        var plan = Floor.Plan.Plan;
        var (lanes, errors) = LaneList.Check(plan, all[number - 1].Plan.Lanes);
        if (errors.Any)
        {
            Tell(Word["page-no-return", errors.All[0].Words]);
            return;
        }

        await DoAsync(actor => new PublishLanes(actor, plan, lanes, Word["returned", number]), _ => Word["page-returned", number]);
    }
}
