using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace LeadDesk.App.Account;

/// <summary>The posts beside the pages of passkeys. Each asks for its form's token.</summary>
internal static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/passkey/options", BeginSignInAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-in/passkey", SignInAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/passkeys/options", BeginAddAsync).RequireAuthorization(Policies.Person).ExcludeFromDescription();
        app.MapPost("/passkeys/add", AddAsync).RequireAuthorization(Policies.Person).ExcludeFromDescription();
        app.MapPost("/passkeys/rename", RenameAsync).RequireAuthorization(Policies.Person).ExcludeFromDescription();
        app.MapPost("/passkeys/remove", RemoveAsync).RequireAuthorization(Policies.Person).ExcludeFromDescription();
    }

    private static async Task<IResult> BeginSignInAsync(HttpContext http, [FromForm] string? returnUrl, Passkeys passkeys)
    {
        _ = returnUrl;
        return Passkeys.AreOffered(http.Request) ? Told(await passkeys.BeginSignInAsync(http)) : TypedResults.NotFound();
    }

    private static async Task<IResult> SignInAsync(HttpContext http, [FromForm] string? ask, [FromForm] string? credential, [FromForm] string? returnUrl, SignInDoor door) =>
        await door.TryPasskeyAsync(http, ask ?? "", credential ?? "") is SignInAnswer.Welcome
            ? TypedResults.LocalRedirect(LocalAddress.Or(returnUrl, "/"))
            : TypedResults.LocalRedirect("/sign-in?passkey=no" + (returnUrl is null ? "" : "&returnUrl=" + Uri.EscapeDataString(returnUrl)));

    private static async Task<IResult> BeginAddAsync(HttpContext http, [FromForm] string? password, Passkeys passkeys, PasswordAgain again)
    {
        if (!Passkeys.AreOffered(http.Request) || http.User.Account() is not { } me)
        {
            return TypedResults.NotFound();
        }

        return await again.TryAsync(http, password ?? "") switch
        {
            SignInAnswer.Welcome => Told(await passkeys.BeginAddAsync(http, me)),
            SignInAnswer.Shut => TypedResults.StatusCode(StatusCodes.Status429TooManyRequests),
            _ => TypedResults.StatusCode(StatusCodes.Status400BadRequest),
        };
    }

    private static async Task<IResult> AddAsync(HttpContext http, [FromForm] string? ask, [FromForm] string? credential, [FromForm] string? name, Passkeys passkeys) =>
        TypedResults.LocalRedirect(await passkeys.AddAsync(http, http.User.Account()!.Value, ask ?? "", credential ?? "", name ?? "") ? "/passkeys?done=added" : "/passkeys?done=failed");

    private static async Task<IResult> RenameAsync(HttpContext http, [FromForm] string? id, [FromForm] string? name, Passkeys passkeys) =>
        TypedResults.LocalRedirect(await passkeys.RenameAsync(http.User.Account()!.Value, id ?? "", name ?? "") ? "/passkeys?done=renamed" : "/passkeys");

    /// <summary>Whoever has the lost device is out: every other session of the person ends.</summary>
    private static async Task<IResult> RemoveAsync(HttpContext http, [FromForm] string? id, Passkeys passkeys, Accounts accounts, Sessions sessions)
    {
        var me = http.User.Account()!.Value;
        if (!await passkeys.RemoveAsync(me, id ?? ""))
        {
            return TypedResults.LocalRedirect("/passkeys");
        }

        await accounts.EndSessionsAsync(me);
        if (Session.Of(http.User) is { } session)
        {
            await sessions.BeginAsync(http, me, session.Device);
        }

        return TypedResults.LocalRedirect("/passkeys?done=removed");
    }

    private static IResult Told((string Ask, string Options) begun) =>
        TypedResults.Json(new { ask = begun.Ask, options = JsonSerializer.Deserialize<JsonElement>(begun.Options) });
}
