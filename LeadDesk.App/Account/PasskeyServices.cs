using LeadDesk.App.Store;
using Microsoft.AspNetCore.Identity;

namespace LeadDesk.App.Account;

/// <summary>Puts the framework's passkey support into the house: its handler and what it reads by, and nothing else of its sign-in.</summary>
internal static class PasskeyServices
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<PasskeyAsks>();
        services.AddSingleton<Passkeys>();
        services.AddPasskeyReading();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<IdentityErrorDescriber>();
        services.AddScoped<UserManager<Account>>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // The device asks for a finger, a face or its own PIN, and knows by itself whose passkey it is.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });
    }
}
