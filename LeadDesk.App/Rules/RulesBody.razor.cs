using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Admin;
using LeadDesk.App.Api;
using LeadDesk.App.Shell;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Rules;

/// <summary>The rules, drawn from one view, with the draft that is being made of them; what is published leaves through the callbacks.</summary>
public sealed partial class RulesBody
{
    private RulesDraft draft = default!;
    private RulesView? seen;
    private FloorPlan plan = FloorPlan.Empty;
    private ImmutableArray<string> changes = [];
    private IReadOnlyList<FieldError> faults = [];
    private ImmutableSortedDictionary<string, RuleWarning> notes = Sorted.None<RuleWarning>();
    private LaneForm? form;
    private bool isStale;
    private bool publishing;
    private bool editing;
    private string? reason;

    [Parameter, EditorRequired] public required RulesView View { get; set; }

    [Parameter] public ToastNote? ToastNote { get; set; }

    [Parameter] public EventCallback<PublishAsk> Publish { get; set; }

    /// <summary>Proposes the draft, and says whether it was taken; null = nobody proposes here.</summary>
    [Parameter] public Func<PublishAsk, Task<bool>>? Propose { get; set; }

    [Parameter] public EventCallback<ProposalAnswer> Close { get; set; }

    private bool MayEdit => View.MayPublish || editing;

    /// <summary>Tries one lead; null = there is no floor to try it on.</summary>
    [Parameter] public Func<TryAsk, TrialView>? Try { get; set; }

    /// <summary>Runs the past through the draft; null = there is no past.</summary>
    [Parameter] public Func<DryRunAsk, IProgress<int>, CancellationToken, Task<DryRunView?>>? DryRun { get; set; }

    [Parameter] public EventCallback<int> Return { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(seen, View))
        {
            return;
        }

        // Nobody's work is thrown away: an edited draft stays, and is told that it is behind.
        var follows = seen is null || !draft.IsChanged || LaneList.Same(draft.Lanes, View.Plan.Lanes);
        seen = View;
        Set(follows ? RulesDraft.Of(View) : draft);
    }

    private void Set(RulesDraft next)
    {
        draft = next;
        plan = next.Plan;
        changes = Diff.Of(next.Basis, plan);
        faults = next.Faults;
        notes = faults.Count > 0 ? Sorted.None<RuleWarning>() : Warnings.Of(plan, View.People);
        isStale = next.Version != View.Version;
    }

    private void Keep() => Set(draft.Over(View));

    private void Drop() => Set(RulesDraft.Of(View));

    private void Pick(PickEventArgs pick)
    {
        switch (pick.Verb)
        {
            case "add":
                form = new LaneForm(new Lane { Key = "", Name = "", Method = Catalogue.All[0].Name }) { IsNew = true };
                break;
            case "edit" when draft.Lanes.FirstOrDefault(l => l.Key == pick.Id) is { } lane:
                form = new LaneForm(lane);
                break;
            case "up":
                Set(draft.Move(pick.Id, -1));
                break;
            case "down":
                Set(draft.Move(pick.Id, 1));
                break;
            case "remove":
                Set(draft.Without(pick.Id));
                break;
        }
    }

    private void PickStarter(PickEventArgs pick)
    {
        if (StarterSets.All.FirstOrDefault(s => s.Name == pick.Verb) is { Name: not null } set)
        {
            Set(draft with { Lanes = set.Lanes });
        }
    }

    private void Saved(Lane lane)
    {
        Set(draft.With(lane));
        form = null;
    }

    /// <summary>What was proposed becomes the draft, beside its dry run.</summary>
    private void LookAt(ProposalLine line)
    {
        editing = !View.MayPublish;
        Set(RulesDraft.Of(View) with { Lanes = line.Lanes, Proposal = View.MayPublish ? line.Proposal.Id : null });
    }

    private void StopEdit() => form = null;

    private void StartPublish() => (publishing, reason) = (true, null);

    private void StopPublish() => publishing = false;

    private async Task PublishAsync()
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return;
        }

        publishing = false;
        var ask = new PublishAsk(draft, reason.Trim());
        if (View.MayPublish)
        {
            await Publish.InvokeAsync(ask);
        }
        else if (Propose is not null && await Propose(ask))
        {
            editing = false;
            Drop();
        }
    }

    private bool IsChanged(Lane lane) => draft.Basis.Lanes.FirstOrDefault(l => l.Key == lane.Key) is not { } old || !LaneList.Same([old], [lane with { Version = old.Version }]);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
}
