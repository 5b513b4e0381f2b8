using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Account;

/// <summary>A page on which a person changes a secret of theirs, with their password: what became of it, in words and as a status.</summary>
public abstract class SecretPage : ComponentBase
{
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    [Inject] protected SecretChange Change { get; set; } = default!;

    [Inject] protected IStringLocalizer<SignInTexts> Say { get; set; } = default!;

    protected string? WrongPassword { get; private set; }

    /// <summary>What is wrong with the new secret.</summary>
    protected string? WrongSecret { get; private set; }

    protected string? Done { get; private set; }

    /// <summary>`saved` and `weak` say how it went well, and what the secret has to be.</summary>
    protected void Show(SecretAnswer answer, string saved, Func<string, string> weak)
    {
        ArgumentNullException.ThrowIfNull(weak);
        switch (answer)
        {
            case SecretAnswer.Saved:
                Done = Say[saved];
                break;
            case SecretAnswer.Weak(var why):
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                WrongSecret = weak(why);
                break;
            case SecretAnswer.Shut:
                Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                WrongPassword = Say["ShutNow"];
                break;
            default:
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                WrongPassword = Say["PasswordWrong"];
                break;
        }
    }
}
