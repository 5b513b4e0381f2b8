using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LeadDesk.App.Account;

/// <summary>Lets programs in by their token; nothing here touches the store.</summary>
public sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenDoor door)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var result = Schemes.TokenOf(Request) is not { } token ? AuthenticateResult.NoResult()
            : (door.Admit(token) ?? (Schemes.IsHub(Request) ? door.AdmitScreen(token) : null)) is { } caller ? AuthenticateResult.Success(new(caller, Scheme.Name))
            : AuthenticateResult.Fail("This token is not known.");
        return Task.FromResult(result);
    }
}
