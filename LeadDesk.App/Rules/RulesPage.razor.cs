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

    [Inject] private RulesHistory History { get; set; } = default!;

    [Inject] private Trials Trials { get; set; } = default!;

    [Inject] private DryRuns DryRuns { get; set; } = default!;

    [Inject] private ProposalReading Proposals { get; set; } = default!;

    [Inject] private RuleHits Hits { get; set; } = default!;

    [Inject] private StandingsReading Standings { get; set; } = default!;

    [Inject] private RuleDiff Diff { get; set; } = default!;

    [Inject] private FaultWording Fault { get; set; } = default!;

    [Inject] private RuleWording Word { get; set; } = default!;

    protected override bool WholeFloor => false;

    private RulesView? View { get; set; }

    protected override object Mark() => (Floor.Plan.Plan, Floor.Proposals);

    protected override async Task ReadAsync() => View = await ReadAsync(Floor);

    private async Task<RulesView> ReadAsync(SalesFloor floor)
    {
        var all = await History.AllAsync(floor);
        var newest = all is [.., var last] ? last : null;
        return new(
            floor.Plan.Plan,
            newest?.Number ?? 0,
            newest?.At,
            await Hits.OfWeekAsync(floor, Me),
            [.. Enumerable.Range(0, all.Length).Reverse().Take(MostVersions).Select(i => Line(all, i))],
            floor.People)
        {
            MayPublish = floor.Person(Me).Terms is { Active: true, LeadsTheFloor: true },
            Standings = Standings.All(Me, floor),
            Proposals = await Proposals.OfAsync(floor, Me),
            Me = Me,
        };
    }

    private VersionLine Line(ImmutableArray<RulesVersion> all, int i) => new(
        all[i].Number,
        all[i].At,
        all[i].By is { } by ? PersonName(by) : Word["by-file"],
        all[i].Reason,
        i == 0 ? [Word["diff-first"]] : Diff.Of(all[i - 1].Plan, all[i].Plan));

    private Task PublishAsync(PublishAsk ask) => DoAsync(
        actor => new PublishLanes(actor, ask.Draft.Basis, ask.Draft.Lanes, ask.Reason) { Proposal = ask.Draft.Proposal },
        _ => Word["page-published"]);

    private async Task<bool> ProposeAsync(PublishAsk ask)
    {
        var answer = await DoAsync(actor => new ProposeRules(actor, Guid.NewGuid(), ask.Draft.Plan.Lanes, ask.Reason), _ => Word["propose-sent"]);
        StateHasChanged();
        return answer.IsDone;
    }

    private Task CloseAsync(ProposalAnswer answer) => DoAsync(
        actor => new CloseProposal(actor, answer.Id, answer.End, answer.Reason),
        _ => Word[answer.End == ProposalEnd.Declined ? "propose-declined" : "propose-taken-back"]);

    private async Task ReturnAsync(int number)
    {
        var all = await History.AllAsync(Floor);
        var plan = Floor.Plan.Plan;
        var (lanes, errors) = LaneList.Check(plan, all[number - 1].Plan.Lanes);
        if (errors.Any)
        {
            Tell(Word["page-no-return", Fault.Of(errors.All[0].Words)]);
            return;
        }

        await DoAsync(actor => new PublishLanes(actor, plan, lanes, Word["returned", number]), _ => Word["page-returned", number]);
    }
}
