using System.Globalization;
using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadDesk.App.Fairness;

/// <summary>A person's accounts, drawn from one view: each lane in words, the open one line by line.</summary>
public sealed partial class AccountBody
{
    private AccountView? seen;
    private ReceiptCard? card;
    private IReadOnlyList<StoryStep>? story;
    private bool exact;

    [Parameter, EditorRequired] public required AccountView View { get; set; }

    /// <summary>The receipt of an entry.</summary>
    [Parameter] public Func<long, ReceiptCard?>? Why { get; set; }

    /// <summary>The story of a lead, where the reader may see all of it.</summary>
    [Parameter] public Func<Guid, Task<IReadOnlyList<StoryStep>?>>? Story { get; set; }

    protected override void OnParametersSet()
    {
        // A receipt that somebody reads stays open while lines come in above it.
        if (seen?.Person != View.Person || seen.Open?.Key != View.Open?.Key || seen.Before != View.Before)
        {
            (card, story) = (null, null);
        }

        seen = View;
    }

    private static FairBand Band(AccountLane lane) => FairBand.Of(lane.Expected);

    /// <summary>How a person stands, in one sentence.</summary>
    private string Stands(AccountLane lane)
    {
        var who = View.IsReader ? "me" : "other";
        if (lane.IsBlank)
        {
            return Word["stand-blank"];
        }

        if (!lane.Decides && lane.Balance == 0)
        {
            return Word[$"stand-taken-{who}", lane.Taken, lane.Expected.ToString("0.0", CultureInfo.CurrentCulture)];
        }

        return lane.Balance == 0 ? Word[$"stand-even-{who}"]
            : lane.Balance > 0 ? Word[$"stand-owed-{who}", Amounts.Leads(lane.Balance)]
            : Word[$"stand-ahead-{who}", Amounts.Leads(-lane.Balance)];
    }

    private string Figure(AccountLane lane) => lane.IsBlank ? "" : lane.Decides || lane.Balance != 0 ? Amounts.Change(lane.Balance) : Word["account-of-even", lane.Taken, lane.Expected.ToString("0.0", CultureInfo.CurrentCulture)];

    private string What(AccountLine line) =>
        line.Struck ? Word["line-struck", line.Entry]
        : line.IsReceiver ? Word[$"line-{line.Kind}"] is { ResourceNotFound: false } known ? known : Word["line-taken"]
        : Word["line-other", line.ReceiverName ?? Word["a-colleague"]];

    private string Shown(Int128 units) => exact ? Amounts.Exact(units) : Amounts.Leads(units);

    private string Moved(Int128 units) => units == 0 ? "" : exact && units > 0 ? "+" + Amounts.Exact(units) : exact ? Amounts.Exact(units) : Amounts.Change(units);

    private string Address(string lane, long? before = null) => QueryHelpers.AddQueryString("account", new KeyValuePair<string, string?>[]
    {
        new("rep", View.IsReader ? null : View.Person.ToString()),
        new("lane", lane),
        new("before", before?.ToString(CultureInfo.InvariantCulture)),
    }.Where(p => p.Value is not null));

    private void ToggleExact() => exact = !exact;

    private async Task PickAsync(PickEventArgs pick)
    {
        if (pick.Verb != "why" || !long.TryParse(pick.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
        {
            return;
        }

        (card, story) = (card?.Entry == entry ? null : Why?.Invoke(entry), null);
        if (card?.Lead is { } lead && Story is not null)
        {
            story = await Story(lead.Value);
        }
    }
}
