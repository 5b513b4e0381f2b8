using System.Globalization;
using LeadDesk.App.Desk;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>The sign-in: a plain form that works before, and without, any script.</summary>
public sealed partial class SignInPage
{
    private string? wrong;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] private string? Passkey { get; set; }

    [SupplyParameterFromForm(Name = "email", FormName = "sign-in")] private string? Email { get; set; }

    [SupplyParameterFromForm(Name = "password", FormName = "sign-in")] private string? Password { get; set; }

    [Inject] private SignInDoor Door { get; set; } = default!;

    [Inject] private CommittedFloor Floor { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string? Wrong => wrong is null ? null : "sign-in-wrong";

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && Http.User.Caller().Rep is not null)
        {
            GoOn();
        }
    }

    private async Task SignInAsync()
    {
        switch (await Door.TryAsync(Http, Email ?? "", Password ?? ""))
        {
            case SignInAnswer.Welcome:
                GoOn();
                break;
            case SignInAnswer.Shut(var until):
                Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                Http.Response.Headers.RetryAfter = Math.Ceiling((until - Time.GetUtcNow()).TotalSeconds).ToString(CultureInfo.InvariantCulture);
                wrong = Say["Shut", TimeZoneInfo.ConvertTime(until, Floor.Now.Plan.Zone).ToString("t", CultureInfo.CurrentCulture)];
                break;
            default:
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                wrong = Say["NoMatch"];
                break;
        }
    }

    private void GoOn() => Navigation.NavigateTo(LocalAddress.Or(ReturnUrl, "/"));
}
