using LeadDesk.App.Api;
using LeadDesk.App.Live;
using LeadDesk.App.Settings;
using LeadDesk.App.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace LeadDesk.App.Account;

/// <summary>Puts the doors into the house: who is there, and what they may enter.</summary>
public static class AccountServices
{
    /// <summary>Needs the store and the desk; people, tokens and ended sessions are loaded when the desk opens.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Pen>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<Standing>();
        services.AddSingleton<TokenDoor>();
        services.AddSingleton<KeptSessions>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<SignInDoor>();
        services.AddSingleton<Devices>();
        services.AddSingleton<PinTries>();
        services.AddSingleton<PasswordAgain>();
        services.AddSingleton<SecretChange>();
        services.AddSingleton<SwitchDoor>();
        services.AddSingleton<DemoSignIns>();
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<Origins>();
        services.AddSingleton<DoorBook>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<TokenUse>();
        services.AddHostedService(s => s.GetRequiredService<TokenUse>());
        services.AddSingleton<Wishes>();
        services.AddPasskeys();
        services.AddDoors();
        services.AddRoles();
        return services.AddLiveConnections();
    }

    public static WebApplication UseAccounts(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(SecurityHeaders.Add);
        app.Use(app.Services.GetRequiredService<DoorBook>().WatchAsync);
        var origins = app.Services.GetRequiredService<Origins>();
        app.Use((context, next) =>
        {
            if (origins.Allows(context.Request))
            {
                return next(context);
            }

            return Problems.Of(context, StatusCodes.Status403Forbidden, "forbidden", "This origin is not allowed.").ExecuteAsync(context);
        });
        app.UseAuthentication();
        app.Use(app.Services.GetRequiredService<RateLimits>().HoldAsync);
        app.UseAuthorization();
        app.Use(TooManyOpen.Stop);
        SignInEndpoints.Map(app);
        SwitchEndpoints.Map(app);
        PasskeyEndpoints.Map(app);
        return app;
    }

    private static void AddDoors(this IServiceCollection services)
    {
        services.AddAuthentication(o =>
            {
                o.DefaultScheme = Schemes.Either;
                o.DefaultSignInScheme = o.DefaultSignOutScheme = Schemes.Cookie;
            })
            .AddPolicyScheme(Schemes.Either, null, o => o.ForwardDefaultSelector = c => Schemes.TokenOf(c.Request) is null ? Schemes.Cookie : Schemes.Bearer)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(Schemes.Bearer, null)
            .AddCookie(Schemes.Cookie, Describe);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "leaddesk-form";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void AddRoles(this IServiceCollection services)
    {
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationHandler, AllowedCheck>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ClosedDoor>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, PinnedUser>();
    }

    private static void Describe(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "leaddesk";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Path = "/";
        cookie.ExpireTimeSpan = Session.Idle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = ValidateAsync;
    }

    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } user && context.HttpContext.RequestServices.GetRequiredService<Sessions>().Renew(user) is { } today)
        {
            context.ReplacePrincipal(today);
        }
        else
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }
}
