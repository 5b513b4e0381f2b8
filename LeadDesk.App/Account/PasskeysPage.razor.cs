using System.Globalization;
using LeadDesk.App.Desk;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>A person's own passkeys.</summary>
public sealed partial class PasskeysPage
{
    private IReadOnlyList<Passkey> all = [];

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [Inject] private Passkeys Mine { get; set; } = default!;

    [Inject] private CommittedFloor Floor { get; set; } = default!;

    protected override async Task OnInitializedAsync() => all = await Mine.OfAsync(Http.User.Account()!.Value, Http.RequestAborted);

    private string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Floor.Now.Plan.Zone).ToString("d", CultureInfo.CurrentCulture);
}
