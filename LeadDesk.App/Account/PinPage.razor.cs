using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>A person's own PIN, chosen with their password before it is of use anywhere.</summary>
public sealed partial class PinPage
{
    private string? wrongPassword;
    private string? wrongPin;
    private string? done;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(Name = "password", FormName = "pin")] private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "pin", FormName = "pin")] private string? Pin { get; set; }

    [Inject] private SecretChange Change { get; set; } = default!;

    private async Task SaveAsync()
    {
        switch (await Change.PinAsync(Http, Password ?? "", Pin ?? ""))
        {
            case SecretAnswer.Saved:
                done = Say["PinSaved"];
                break;
            case SecretAnswer.Weak(var why):
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                wrongPin = Say[why];
                break;
            case SecretAnswer.Shut:
                Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                wrongPassword = Say["ShutNow"];
                break;
            default:
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                wrongPassword = Say["PasswordWrong"];
                break;
        }
    }
}
