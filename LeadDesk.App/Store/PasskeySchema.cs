using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LeadDesk.App.Store;

/// <summary>Tells a context that was built without the app's services which Identity schema is ours: the one with passkeys.</summary>
public sealed class PasskeySchema : IServiceProvider
{
    private readonly IOptions<IdentityOptions> identity = Options.Create(Choose(new IdentityOptions()));

    public static IdentityOptions Choose(IdentityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        return options;
    }

    public object? GetService(Type serviceType) => serviceType == typeof(IOptions<IdentityOptions>) ? identity : null;
}
