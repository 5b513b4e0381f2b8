using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Rules;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>A rep's desk, live: offer, next lead, my leads.</summary>
public sealed partial class DeskPage
{
    /// <summary>Whoever did nothing here for so long was away.</summary>
    private static readonly TimeSpan Leave = TimeSpan.FromDays(3);

    /// <summary>The open lead stands in the address, so that a reload comes back to it.</summary>
    [SupplyParameterFromQuery(Name = "lead")] public Guid? Opened { get; set; }

    protected override Guid? Shown => Opened;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>Nothing was done here for days: the person is back from leave.</summary>
    private bool Returned { get; set; }

    private RulesNews? news;
    private (FloorPlan, ImmutableArray<Proposal>, long)? newsFor;

    [Inject] private ProposalReading Proposals { get; set; } = default!;

    protected override object Around => (Opened, Returned, news, Rules, Title);

    /// <summary>What the news of the rules depend on.</summary>
    private (FloorPlan, ImmutableArray<Proposal>, long) Rules => (Floor.Plan.Plan, Floor.Proposals, Floor.Person(Me).RulesSeen);

    private string Title
    {
        get
        {
            var waits = View is null ? 0 : Asking.Count(View);
            return waits == 0 ? Say["Nav.Desk"] : $"({waits}) {Say["Nav.Desk"]}";
        }
    }

    protected override void Look(Views views)
    {
        var first = View is null;
        base.Look(views);
        Returned |= first && View!.At - Floor.Person(Me).LastActionAt > Leave;
    }

    /// <summary>What is new of the rules lies in the store: read anew once it may be another.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (View is null)
        {
            return;
        }

        var (floor, before) = (Floor, news);
        var mark = Rules;
        if (newsFor != mark)
        {
            newsFor = mark;
            news = await Proposals.NewsAsync(floor, Me);
            if (news is not null || before is not null)
            {
                StateHasChanged();
            }
        }
    }

    private Task SeenAsync(long upTo) => DoAsync(actor => new SeeRules(actor, upTo));

    private void OpenedAt(Guid? id)
    {
        Opened = id;
        Shows();
        Navigation.NavigateTo(id is null ? "/desk" : $"/desk?lead={id}", replace: true);
    }

    /// <summary>A lead just taken opens, unless another one is being worked on: a note that is being written is never taken away.</summary>
    protected override void Open(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer is { IsDone: true, Lead: { } id } && Opened is null)
        {
            OpenedAt(id.Value);
        }
        else if (answer is { IsDone: true })
        {
            Tell(Say["Toast.Taken", NameOf(answer)]);
        }
    }
}
