using LeadDesk.App.Words;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>A person's own password: whoever was given a first one takes one that only they know.</summary>
public sealed partial class PasswordPage
{
    private string? wrongPassword;
    private string? wrongNext;
    private string? done;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(Name = "password", FormName = "password")] private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "next", FormName = "password")] private string? Next { get; set; }

    [Inject] private SecretChange Change { get; set; } = default!;

    [Inject] private FaultWording Faults { get; set; } = default!;

    private async Task SaveAsync()
    {
        var answer = await Change.PasswordAsync(Http, Password ?? "", Next ?? "");
        (done, wrongNext, wrongPassword) = answer switch
        {
            SecretAnswer.Saved => (Say["PasswordSaved"].Value, null, null),
            SecretAnswer.Weak(var why) => (null, Faults.Of(why), null),
            SecretAnswer.Shut => (null, null, Say["ShutNow"].Value),
            _ => ((string?)null, (string?)null, Say["PasswordWrong"].Value),
        };
        Http.Response.StatusCode = answer switch
        {
            SecretAnswer.Saved => StatusCodes.Status200OK,
            SecretAnswer.Shut => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status400BadRequest,
        };
    }
}
