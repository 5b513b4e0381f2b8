using System.Globalization;
using LeadDesk.App.Desk;
using LeadDesk.App.Words;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>The next person at a shared device: who, then their PIN. A plain form; the pad of digits is a convenience on top.</summary>
public sealed partial class SwitchPage
{
    private IReadOnlyList<DirectoryEntry> people = [];
    private DirectoryEntry? chosen;
    private string? wrong;
    private bool shut;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery] private Guid? Who { get; set; }

    [SupplyParameterFromForm(Name = "who", FormName = "switch")] private Guid? Person { get; set; }

    [SupplyParameterFromForm(Name = "pin", FormName = "switch")] private string? Pin { get; set; }

    [Inject] private Devices Devices { get; set; } = default!;

    [Inject] private SwitchDoor Door { get; set; } = default!;

    [Inject] private PinTries Tries { get; set; } = default!;

    [Inject] private CommittedFloor Floor { get; set; } = default!;

    [Inject] private DeskWording Wording { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private Device? Device { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Device = Devices.Of(Http);
        if (Device is null)
        {
            return;
        }

        people = await Door.PeopleAsync(Http.RequestAborted);
        chosen = people.FirstOrDefault(p => p.Id == (Person ?? Who));
        if (chosen is not null && Tries.ShutUntil(Device.Id, chosen.Id) is { } until)
        {
            Shut(until);
        }
    }

    private async Task SwitchAsync()
    {
        if (Device is null || chosen is null)
        {
            return;
        }

        switch (await Door.TryAsync(Http, chosen.Id, Pin ?? ""))
        {
            case SignInAnswer.Welcome:
                // Never where the one before has been: the address alone may name a lead.
                Navigation.NavigateTo("/");
                break;
            case SignInAnswer.Shut(var until):
                Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                if (until < DateTimeOffset.MaxValue)
                {
                    Http.Response.Headers.RetryAfter = Math.Ceiling((until - Time.GetUtcNow()).TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                Shut(until);
                break;
            case SignInAnswer.Unavailable(var why):
                Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                wrong = Wording.Of(why);
                break;
            default:
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                wrong = Say["PinWrong"];
                break;
        }
    }

    private void Shut(DateTimeOffset until)
    {
        shut = true;
        wrong = until == DateTimeOffset.MaxValue
            ? Say["PinGone"]
            : Say["PinShut", TimeZoneInfo.ConvertTime(until, Floor.Now.Plan.Zone).ToString("t", CultureInfo.CurrentCulture)];
    }
}
