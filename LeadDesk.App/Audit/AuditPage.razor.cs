using System.Collections.Immutable;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Fairness;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Audit;

/// <summary>The audit: what was looked for stands in the address, the page itself stands still, and says when there is something newer.</summary>
public sealed partial class AuditPage
{
    private const int PageLength = 50;
    private AuditFilter? shown;
    private long newest;
    private long? walked;
    private CancellationTokenSource? walk;

    [Inject] private AuditReading Reading { get; set; } = default!;

    [Inject] private ReceiptReading Receipts { get; set; } = default!;

    [Inject] private ChainChecks Checks { get; set; } = default!;

    [Inject] private Calls Reads { get; set; } = default!;

    [Inject] private PeopleDirectory People { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Person { get; set; }

    [SupplyParameterFromQuery] private string? Lead { get; set; }

    [SupplyParameterFromQuery] private string? Act { get; set; }

    [SupplyParameterFromQuery] private string? Day { get; set; }

    [SupplyParameterFromQuery] private string? Before { get; set; }

    protected override bool WholeFloor => true;

    private AuditView? View { get; set; }

    protected override void Look(Views views) => newest = Floor.Seq;

    protected override async Task OnParametersSetAsync()
    {
        var filter = AuditFilter.Of(Person, Lead, Act, Day, Before);
        if (RendererInfo.IsInteractive && filter != shown)
        {
            shown = filter;
            await ReadAsync(filter);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        StopWalk();
        await base.DisposeAsync();
    }

    private async Task ReadAsync(AuditFilter filter)
    {
        var floor = Floor;
        var (lines, next) = await Reading.ReadAsync(filter.Ask(Say.Zone), Math.Min(filter.Before ?? long.MaxValue, floor.Seq + 1), PageLength);
        var views = Reads.Views(floor);
        if (filter != shown)
        {
            // Somebody looks for something else by now.
            return;
        }

        View = new(filter, lines, next, People.All)
        {
            Head = floor.Seq,
            Names = lines.Select(l => l.Lead).OfType<Guid>().Distinct().Select(l => views.Lead(Me, new LeadId(l))).OfType<LeadCard>().ToImmutableDictionary(c => c.Id, Say.Name),
            ExportTo = floor.Person(Me).Terms.Exports ? filter.ExportAddress(Say.Zone) : null,
        };
    }

    private void LookFor(AuditFilter filter) => Navigation.NavigateTo(filter.Address());

    private Task RefreshAsync() => ReadAsync(shown!);

    private ReceiptCard? Receipt(long seq) => Receipts.Of(Me, seq);

    private async Task VerifyAsync()
    {
        if (walk is not null)
        {
            return;
        }

        using var mine = walk = new CancellationTokenSource();
        walked = 0;
        try
        {
            await Checks.RunAsync(done => _ = InvokeAsync(() => Walked(mine, done)), mine.Token);
        }
        catch (OperationCanceledException)
        {
            // Somebody stopped it, or left.
        }
        catch (System.Data.Common.DbException trouble)
        {
            Tell(Say["Audit.Unreadable", trouble.Message]);
        }
        finally
        {
            walk = null;
            walked = null;
        }
    }

    private void Walked(CancellationTokenSource mine, long done)
    {
        if (ReferenceEquals(walk, mine))
        {
            walked = done;
            StateHasChanged();
        }
    }

    private void StopWalk() => walk?.Cancel();
}
