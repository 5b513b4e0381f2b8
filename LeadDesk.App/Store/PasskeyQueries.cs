using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Passkeys as Identity's own store keeps them. What is changed here is saved by whoever holds the context.</summary>
internal static class PasskeyQueries
{
    /// <summary>Lets the framework's passkey support read accounts and passkeys; it writes nothing.</summary>
    public static IServiceCollection AddPasskeyReading(this IServiceCollection services) =>
        services.AddScoped<IUserStore<Account.Account>>(s => Over(s.GetRequiredService<IDbContextFactory<LeadDeskContext>>().CreateDbContext(), owned: true));

    /// <summary>The oldest first; none for nobody known.</summary>
    public static async Task<IReadOnlyList<UserPasskeyInfo>> PasskeysAsync(this LeadDeskContext db, Guid person, CancellationToken cancel) =>
        await db.AccountAsync(person) is { } account ? [.. (await Over(db).GetPasskeysAsync(account, cancel)).OrderBy(p => p.CreatedAt)] : [];

    /// <summary>Adds it, or keeps what has changed of it; false where the account is gone.</summary>
    public static async Task<bool> KeepPasskeyAsync(this LeadDeskContext db, Guid person, UserPasskeyInfo passkey)
    {
        if (await db.AccountAsync(person) is not { } account)
        {
            return false;
        }

        await Over(db).AddOrUpdatePasskeyAsync(account, passkey, CancellationToken.None);
        return true;
    }

    /// <summary>False where there is none to rename.</summary>
    public static async Task<bool> RenamePasskeyAsync(this LeadDeskContext db, Guid person, byte[] id, string name)
    {
        if (await db.AccountAsync(person) is not { } account || await Over(db).FindPasskeyAsync(account, id, CancellationToken.None) is not { } passkey)
        {
            return false;
        }

        passkey.Name = name;
        await Over(db).AddOrUpdatePasskeyAsync(account, passkey, CancellationToken.None);
        return true;
    }

    /// <summary>False where there is none to remove.</summary>
    public static async Task<bool> RemovePasskeyAsync(this LeadDeskContext db, Guid person, byte[] id)
    {
        if (await db.AccountAsync(person) is not { } account || await Over(db).FindPasskeyAsync(account, id, CancellationToken.None) is null)
        {
            return false;
        }

        await Over(db).RemovePasskeyAsync(account, id, CancellationToken.None);
        return true;
    }

    private static UserStore<Account.Account, IdentityRole<Guid>, LeadDeskContext, Guid> Over(LeadDeskContext db, bool owned = false) =>
        owned ? new OwningStore(db) { AutoSaveChanges = false } : new(db) { AutoSaveChanges = false };

    /// <summary>A store that ends with its context: the framework disposes of the store alone.</summary>
    private sealed class OwningStore(LeadDeskContext db) : UserStore<Account.Account, IdentityRole<Guid>, LeadDeskContext, Guid>(db), IDisposable
    {
        void IDisposable.Dispose()
        {
            Context.Dispose();
            Dispose();
        }
    }
}
