using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Account;

/// <summary>The shared devices that a manager has approved: known by a key in their cookie, kept as a hash, all in memory.</summary>
public sealed class Devices(Pen pen, TimeProvider time)
{
    public const int LongestName = 60;

    private const string CookieName = "leaddesk-device";

    /// <summary>The most that browsers keep a cookie.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);
    private readonly Lock turn = new();
    private volatile Active active = Active.None;

    /// <summary>By name.</summary>
    public IReadOnlyList<Device> All => [.. active.ById.Values.OrderBy(d => d.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(d => d.ApprovedAt)];

    public bool IsActive(Guid device) => active.ById.ContainsKey(device);

    public Device? Find(Guid device) => active.ById.GetValueOrDefault(device);

    /// <summary>The approved device that this request comes from.</summary>
    public Device? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.Cookies[CookieName] is { Length: > 0 and < Tokens.Longest } key && active.ByHash.TryGetValue(TokenHash.Of(key), out var id) ? Find(id) : null;
    }

    public async Task LoadAsync(CancellationToken cancel = default) => Learn(await pen.ReadAsync(db => db.ActiveDevicesAsync(cancel), cancel));

    /// <summary>Approves a device under this id; answers its key, which is told this once.</summary>
    public async Task<string> ApproveAsync(Guid id, string name, Guid by)
    {
        var key = "ldd_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = new DeviceRow { Id = id, Hash = TokenHash.Of(key).ToBytes(), Name = name, ApprovedBy = by, ApprovedAt = time.GetUtcNow() };
        await pen.WriteAsync(
            db =>
            {
                db.Devices.Add(row);
                return Task.FromResult(row);
            },
            saved => Learn([saved]));
        return key;
    }

    /// <summary>Ends it at once, and every session begun on it by PIN with it; false where there is none to end.</summary>
    public async Task<bool> RevokeAsync(Guid device) => await ChangeAsync(device, d => d.RevokedAt = time.GetUtcNow());

    public Task<bool> UseAsync(Guid device) => ChangeAsync(device, d => d.LastUsedAt = time.GetUtcNow());

    internal static void Remember(HttpContext http, string key) =>
        http.Response.Cookies.Append(CookieName, key, new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Kept, IsEssential = true });

    private async Task<bool> ChangeAsync(Guid device, Action<DeviceRow> change)
    {
        var row = await pen.WriteAsync(
            async db =>
            {
                var found = await db.ActiveDeviceAsync(device);
                if (found is not null)
                {
                    change(found);
                }

                return found;
            },
            changed => Learn(changed is null ? [] : [changed]));
        return row is not null;
    }

    private void Learn(IReadOnlyCollection<DeviceRow> rows)
    {
        lock (turn)
        {
            active = rows.Aggregate(active, (a, r) => a.With(r));
        }
    }

    private sealed record Active(ImmutableDictionary<TokenHash, Guid> ByHash, ImmutableDictionary<Guid, Device> ById)
    {
        public static Active None { get; } = new(ImmutableDictionary<TokenHash, Guid>.Empty, ImmutableDictionary<Guid, Device>.Empty);

        public Active With(DeviceRow row)
        {
            var hash = TokenHash.From(row.Hash);
            return row.RevokedAt is not null
                ? new(ByHash.Remove(hash), ById.Remove(row.Id))
                : new(ByHash.SetItem(hash, row.Id), ById.SetItem(row.Id, new(row.Id, row.Name, row.ApprovedBy, row.ApprovedAt, row.LastUsedAt)));
        }
    }
}
