using System.Collections.Immutable;
using LeadDesk.App.Api;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>Everybody who has an account, in memory: number, id, name and e-mail each lead to the others.</summary>
public sealed class PeopleDirectory(Pen pen)
{
    private readonly Lock turn = new();
    private volatile Pages pages = Pages.Empty;

    /// <summary>In order of joining.</summary>
    public IReadOnlyCollection<DirectoryEntry> All => [.. pages.ByNumber.Values];

    /// <summary>The form in which two are compared, of whatever was typed.</summary>
    public static string KeyOf(string email)
    {
        ArgumentNullException.ThrowIfNull(email);

        // Normalising throws on half surrogates and on U+FFFE, which is no character.
        return JsonText.Clean(email).Replace('\uFFFE', '\uFFFD').Trim().Normalize().ToUpperInvariant();
    }

    public DirectoryEntry? Find(Guid id) => pages.ById.GetValueOrDefault(id);

    public DirectoryEntry? Find(RepId rep) => pages.ByNumber.GetValueOrDefault(rep.Number);

    /// <summary>Without regard to case.</summary>
    public DirectoryEntry? FindByEmail(string email) => pages.ByEmail.GetValueOrDefault(KeyOf(email));

    /// <summary>The person's name; empty for nobody known.</summary>
    public string NameOf(RepId rep) => Find(rep)?.Name ?? "";

    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var accounts = await pen.ReadAsync(db => db.EverybodyAsync(cancel), cancel);
        lock (turn)
        {
            pages = accounts.Aggregate(Pages.Empty, (p, a) => p.With(DirectoryEntry.Of(a)));
        }
    }

    public void Put(DirectoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (turn)
        {
            pages = pages.With(entry);
        }
    }

    private sealed record Pages(
        ImmutableDictionary<Guid, DirectoryEntry> ById,
        ImmutableSortedDictionary<int, DirectoryEntry> ByNumber,
        ImmutableDictionary<string, DirectoryEntry> ByEmail)
    {
        public static Pages Empty { get; } = new(
            ImmutableDictionary<Guid, DirectoryEntry>.Empty,
            ImmutableSortedDictionary<int, DirectoryEntry>.Empty,
            ImmutableDictionary.Create<string, DirectoryEntry>(StringComparer.Ordinal));

        public Pages With(DirectoryEntry entry)
        {
            var emails = ById.GetValueOrDefault(entry.Id) is { } before ? ByEmail.Remove(KeyOf(before.Email)) : ByEmail;
            return new(ById.SetItem(entry.Id, entry), ByNumber.SetItem(entry.Number.Number, entry), emails.SetItem(KeyOf(entry.Email), entry));
        }
    }
}
