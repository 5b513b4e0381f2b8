using System.Globalization;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Fairness;

/// <summary>My account, live: read anew whenever an account of the person has moved.</summary>
public sealed partial class AccountPage
{
    private const int PageLength = 50;
    private bool missing;

    [Inject] private AccountReading Reading { get; set; } = default!;

    [Inject] private ReceiptReading Receipts { get; set; } = default!;

    [Inject] private LeadStories Stories { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Rep { get; set; }

    [SupplyParameterFromQuery] private string? Lane { get; set; }

    [SupplyParameterFromQuery] private string? Before { get; set; }

    protected override bool WholeFloor => true;

    private AccountView? View { get; set; }

    private Guid Person => Rep is null ? Floor.Person(Me).Id : Guid.TryParse(Rep, out var id) ? id : Guid.Empty;

    /// <summary>All balances and counts of the person in one text: equal as long as no account has moved.</summary>
    protected override object Mark() => Floor.FindPerson(Person) is not { } rep
        ? ""
        : string.Join('|', Floor.Ledgers.Select(l => $"{l.Key} {l.Value.Of(rep.Number)}").Concat(Floor.Tallies.Select(t => $"{t.Key} {t.Value.Of(rep.Number)}")).Append(string.Join(' ', rep.Months)));

    protected override async Task ReadAsync()
    {
        long? before = long.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null;
        var view = await Reading.ReadAsync(Me, Person, Lane, before, PageLength);
        (View, missing) = (view, view is null);
    }

    private Task<IReadOnlyList<StoryStep>?> StoryAsync(Guid lead) => Stories.OfAsync(Me, new LeadId(lead));
}
