using System.Buffers.Text;
using LeadDesk.App.Store;
using Microsoft.AspNetCore.Identity;

namespace LeadDesk.App.Account;

/// <summary>
/// The passkeys of people: added, renamed, removed, and checked at the door. The signatures are judged by ASP.NET Core Identity's own handler;
/// what is kept goes through the pen like every other row.
/// </summary>
public sealed class Passkeys(Pen pen, PasskeyAsks asks, PeopleDirectory people)
{
    public const int LongestName = 60;

    /// <summary>Nobody has more devices than that.</summary>
    public const int Most = 20;

    /// <summary>Browsers make and use passkeys on https and on http://localhost, and nowhere else.</summary>
    public static bool AreOffered(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.IsHttps || string.Equals(request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase);
    }

    public async Task<IReadOnlyList<Passkey>> OfAsync(Guid person, CancellationToken cancel = default) =>
        [.. (await pen.ReadAsync(db => db.PasskeysAsync(person, cancel), cancel)).Select(p => new Passkey(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "", p.CreatedAt))];

    /// <summary>What the browser is to make, as JSON, and the name under which its answer is awaited.</summary>
    public async Task<(string Ask, string Options)> BeginAddAsync(HttpContext http, Guid person)
    {
        ArgumentNullException.ThrowIfNull(http);
        var me = people.Find(person)!;
        var made = await Handler(http).MakeCreationOptionsAsync(new() { Id = me.Id.ToString(), Name = me.Email, DisplayName = me.Name }, http);
        return (asks.Keep(made.AttestationState!, person), made.CreationOptionsJson);
    }

    /// <summary>False where the answer does not fit what was asked, or there are too many already.</summary>
    public async Task<bool> AddAsync(HttpContext http, Guid person, string ask, string credential, string name)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(name);
        if (asks.Take(ask, person) is not { } state || (await OfAsync(person, http.RequestAborted)).Count >= Most)
        {
            return false;
        }

        var judged = await Handler(http).PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!judged.Succeeded || judged.UserEntity.Id != person.ToString())
        {
            return false;
        }

        judged.Passkey.Name = Cut(name);
        return await pen.WriteAsync(db => db.KeepPasskeyAsync(person, judged.Passkey), _ => { });
    }

    /// <summary>What any passkey of this desk is to sign: which person it is comes out of it.</summary>
    public async Task<(string Ask, string Options)> BeginSignInAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var made = await Handler(http).MakeRequestOptionsAsync(null, http);
        return (asks.Keep(made.AssertionState!, null), made.RequestOptionsJson);
    }

    /// <summary>Whose passkey has signed; null where it is nobody's.</summary>
    public async Task<Guid?> CheckAsync(HttpContext http, string ask, string credential)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (asks.Take(ask, null) is not { } state)
        {
            return null;
        }

        var judged = await Handler(http).PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        return judged.Succeeded && await pen.WriteAsync(db => db.KeepPasskeyAsync(judged.User.Id, judged.Passkey), _ => { }) ? judged.User.Id : null;
    }

    public async Task<bool> RenameAsync(Guid person, string id, string name) =>
        IdOf(id) is { } bytes && Cut(name).Length > 0 && await pen.WriteAsync(db => db.RenamePasskeyAsync(person, bytes, Cut(name)), _ => { });

    public async Task<bool> RemoveAsync(Guid person, string id) =>
        IdOf(id) is { } bytes && await pen.WriteAsync(db => db.RemovePasskeyAsync(person, bytes), _ => { });

    private static IPasskeyHandler<Account> Handler(HttpContext http) => http.RequestServices.GetRequiredService<IPasskeyHandler<Account>>();

    private static string Cut(string name) => name.Trim() is var plain && plain.Length > LongestName ? plain[..LongestName] : name.Trim();

    private static byte[]? IdOf(string id) => Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : null;
}
