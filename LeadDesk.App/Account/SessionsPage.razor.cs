using System.Globalization;
using LeadDesk.App.Desk;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>Where a person is signed in, for themselves; and, with their password, the end of all of it but here.</summary>
public sealed partial class SessionsPage
{
    private IReadOnlyList<Session> open = [];
    private Session? mine;
    private string? wrong;
    private bool done;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(Name = "password", FormName = "others")] private string? Password { get; set; }

    [Inject] private Sessions Sessions { get; set; } = default!;

    [Inject] private PasswordAgain Again { get; set; } = default!;

    [Inject] private Devices Devices { get; set; } = default!;

    [Inject] private CommittedFloor Floor { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        mine = Session.Of(Http.User);
        await LookAsync();
    }

    private async Task LookAsync() => open = mine is null ? [] : await Sessions.OpenAsync(mine.Person, Http.RequestAborted);

    private async Task EndOthersAsync()
    {
        switch (await Again.TryAsync(Http, Password ?? ""))
        {
            case SignInAnswer.Welcome when mine is not null:
                await Sessions.EndOthersAsync(mine);
                await LookAsync();
                done = true;
                break;
            case SignInAnswer.Shut:
                Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                wrong = Say["ShutNow"];
                break;
            default:
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                wrong = Say["PasswordWrong"];
                break;
        }
    }

    private string PlaceOf(Session session) =>
        session.Device is { } device ? Devices.Find(device)?.Name ?? "" : session.Key == mine?.Key ? Say["ThisBrowser"] : Say["OtherBrowser"];

    private string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Floor.Now.Plan.Zone).ToString("g", CultureInfo.CurrentCulture);
}
