using System.Globalization;
using LeadDesk.App.Desk;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>The shared devices, and whether this is one; opened by a manager on the tablet itself.</summary>
public sealed partial class DevicesPage
{
    private IReadOnlyList<Device> all = [];
    private Device? here;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private Devices Known { get; set; } = default!;

    [Inject] private CommittedFloor Floor { get; set; } = default!;

    protected override void OnInitialized()
    {
        all = Known.All;
        here = Known.Of(Http);
    }

    private string NameOf(Guid person) => People.Find(person)?.Name ?? "";

    private string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Floor.Now.Plan.Zone).ToString("d", CultureInfo.CurrentCulture);
}
