using System.Linq.Expressions;
using LeadDesk.App.Store.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>What the doors ask of the store: accounts, tokens, ended sessions. Here, so that nobody else names the database.</summary>
internal static class AccountQueries
{
    public static async Task<IReadOnlyList<Account.Account>> EverybodyAsync(this LeadDeskContext db, CancellationToken cancel = default) =>
        await db.Users.AsNoTracking().ToListAsync(cancel);

    public static Task<Account.Account?> AccountAsync(this LeadDeskContext db, Guid id) => db.Users.FirstOrDefaultAsync(a => a.Id == id);

    public static Task<string?> OfAccountAsync(this LeadDeskContext db, Guid id, Expression<Func<Account.Account, string?>> what) =>
        db.Users.AsNoTracking().Where(a => a.Id == id).Select(what).FirstOrDefaultAsync();

    public static Task<Dictionary<Guid, Account.Account>> AccountsAsync(this LeadDeskContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        db.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);

    public static Task<Dictionary<string, Account.Account>> AccountsByEmailAsync(this LeadDeskContext db, IReadOnlyCollection<string> keys) =>
        db.Users.Where(a => keys.Contains(a.NormalizedEmail!)).ToDictionaryAsync(a => a.NormalizedEmail!, StringComparer.Ordinal);

    public static async Task<int> LastNumberAsync(this LeadDeskContext db) => await db.Users.MaxAsync(a => (int?)a.Number) ?? 0;

    public static async Task<IReadOnlyList<TokenRow>> ActiveTokensAsync(this LeadDeskContext db, CancellationToken cancel) =>
        await db.Tokens.AsNoTracking().Where(t => t.RevokedAt == null).ToListAsync(cancel);

    public static async Task<IReadOnlyList<TokenRow>> TokensOfAsync(this LeadDeskContext db, Guid? person, string? source, CancellationToken cancel) =>
        await db.Tokens.AsNoTracking().Where(t => t.Person == person && t.Source == source).OrderByDescending(t => t.CreatedAt).ToListAsync(cancel);

    public static Task<List<TokenRow>> AllTokensAsync(this LeadDeskContext db) => db.Tokens.ToListAsync();

    public static Task<TokenRow?> ActiveTokenAsync(this LeadDeskContext db, Guid id) => db.Tokens.FirstOrDefaultAsync(t => t.Id == id && t.RevokedAt == null);

    public static async Task<IReadOnlyList<DeviceRow>> ActiveDevicesAsync(this LeadDeskContext db, CancellationToken cancel) =>
        await db.Devices.AsNoTracking().Where(d => d.RevokedAt == null).ToListAsync(cancel);

    public static Task<DeviceRow?> ActiveDeviceAsync(this LeadDeskContext db, Guid id) => db.Devices.FirstOrDefaultAsync(d => d.Id == id && d.RevokedAt == null);

    public static async Task<IReadOnlyList<Guid>> WithPinAsync(this LeadDeskContext db, CancellationToken cancel) =>
        await db.Users.AsNoTracking().Where(a => a.PinHash != null).Select(a => a.Id).ToListAsync(cancel);

    public static async Task<IReadOnlyList<string>> UserTokenNamesAsync(this LeadDeskContext db, string provider, CancellationToken cancel) =>
        await db.UserTokens.AsNoTracking().Where(t => t.LoginProvider == provider).Select(t => t.Name).ToListAsync(cancel);

    public static async Task<IReadOnlyList<IdentityUserToken<Guid>>> UserTokensOfAsync(this LeadDeskContext db, string provider, CancellationToken cancel) =>
        await db.UserTokens.AsNoTracking().Where(t => t.LoginProvider == provider).ToListAsync(cancel);

    public static Task<List<IdentityUserToken<Guid>>> UserTokensAsync(this LeadDeskContext db, Guid person, string provider) =>
        db.UserTokens.Where(t => t.UserId == person && t.LoginProvider == provider).ToListAsync();
}
