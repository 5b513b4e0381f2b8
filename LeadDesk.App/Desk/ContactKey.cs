using System.Security.Cryptography;
using System.Text;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Desk;

/// <summary>The secret with which contacts are hashed, so that the store can recognise an address without keeping it. Made once for a store.</summary>
public sealed class ContactKey(byte[] key)
{
    private const string Kind = "contact-key";

    public byte[] Hash(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    public static async Task<ContactKey> LoadAsync(IDbContextFactory<LeadDeskContext> contexts, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Personal.FirstOrDefaultAsync(p => p.Kind == Kind, cancel);
        if (row is null)
        {
            // Number 0 belongs to no event, so this row is never taken for a lead's.
            row = new PersonalRow { Seq = 0, Lead = Guid.Empty, Kind = Kind, Salt = RandomNumberGenerator.GetBytes(16), Text = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)) };
            db.Personal.Add(row);
            await db.SaveChangesAsync(cancel);
        }

        return new ContactKey(Convert.FromHexString(row.Text));
    }
}
