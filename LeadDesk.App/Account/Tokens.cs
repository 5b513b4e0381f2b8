using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Account;

/// <summary>The tokens of persons, sources and screens: kept as hashes, all active ones in memory, so that a request costs one look-up and no read of the store.</summary>
public sealed class Tokens(Pen pen, TimeProvider time)
{
    public const int Shortest = 24;
    public const int Longest = 200;

    /// <summary>The name of a token that came with the set-up; a new one replaces it.</summary>
    public const string FromSetUp = "set-up";

    private readonly Lock turn = new();
    private volatile Active active = Active.None;

    internal IEnumerable<TokenHolder> Holders => active.ById.Values;

    /// <summary>Null for an unknown or revoked token.</summary>
    public TokenHolder? Find(string token) =>
        token is { Length: >= Shortest and <= Longest } ? active.ByHash.GetValueOrDefault(TokenHash.Of(token)) : null;

    public bool IsActive(Guid tokenId) => active.ById.ContainsKey(tokenId);

    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var rows = await pen.ReadAsync(db => db.ActiveTokensAsync(cancel), cancel);
        Learn(rows);
    }

    /// <summary>The person's or source's tokens, revoked ones too, the newest first.</summary>
    public Task<IReadOnlyList<TokenRow>> ListAsync(Guid? person, string? source, CancellationToken cancel = default) =>
        pen.ReadAsync<IReadOnlyList<TokenRow>>(
            db => db.TokensOfAsync(person, source, cancel), cancel);

    /// <summary>Gives the source this token; an earlier one from the set-up ends.</summary>
    public Task SetForSourceAsync(string source, string token) => SetAsync(new(null, source, token));

    public Task<NewToken> MakeAsync(Guid person, string name) => MakeAsync(person, null, name);

    public Task<NewToken> MakeForSourceAsync(string source, string name) => MakeAsync(null, source, name);

    /// <summary>For a screen on the wall: it opens the wall, and nothing else.</summary>
    public Task<NewToken> MakeForScreenAsync(string name) => MakeAsync(null, null, name);

    /// <summary>The screens' tokens that still open the wall, the newest first.</summary>
    public async Task<IReadOnlyList<TokenRow>> ScreensAsync(CancellationToken cancel = default) =>
        [.. (await ListAsync(null, null, cancel)).Where(t => t.RevokedAt is null)];

    /// <summary>Ends a screen's token at once; false where there is none to end.</summary>
    public async Task<bool> RevokeScreenAsync(Guid tokenId) => active.ById.GetValueOrDefault(tokenId) is { IsScreen: true } && await RevokeAsync(tokenId);

    /// <summary>Ends a token at once; false where there is none to end.</summary>
    public async Task<bool> RevokeAsync(Guid tokenId)
    {
        var row = await pen.WriteAsync(
            async db =>
            {
                var found = await db.ActiveTokenAsync(tokenId);
                found?.RevokedAt = time.GetUtcNow();
                return found;
            },
            changed => Learn(changed is null ? [] : [changed]));
        return row is not null;
    }

    /// <summary>Those of the wishes whose token is, or was, somebody else's.</summary>
    internal async Task<IReadOnlyList<TokenWish>> TakenAsync(IReadOnlyCollection<TokenWish> wishes, CancellationToken cancel = default)
    {
        if (wishes.Count == 0)
        {
            return [];
        }

        var rows = await pen.ReadAsync(db => db.AllTokensAsync(), cancel);
        var known = rows.ToDictionary(r => TokenHash.From(r.Hash));
        return [.. wishes.Where(w => known.TryGetValue(TokenHash.Of(w.Token), out var row) && (row.Person != w.Person || row.Source != w.Source))];
    }

    /// <summary>Puts the wishes into the context; call <see cref="Learn"/> with the answer once they are saved.</summary>
    internal async Task<IReadOnlyList<TokenRow>> StageAsync(LeadDeskContext db, IReadOnlyCollection<TokenWish> wishes)
    {
        if (wishes.Count == 0)
        {
            return [];
        }

        var rows = await db.AllTokensAsync();
        var known = rows.ToDictionary(r => TokenHash.From(r.Hash));
        var replaced = rows.Where(r => r.Name == FromSetUp && r.RevokedAt is null).ToLookup(r => (r.Person, r.Source));
        var changed = new List<TokenRow>();
        foreach (var wish in wishes)
        {
            var hash = TokenHash.Of(Checked(wish.Token));
            if (!known.TryGetValue(hash, out var row))
            {
                row = Row(hash, wish.Person, wish.Source, FromSetUp);
                known.Add(hash, row);
                db.Tokens.Add(row);
            }
            else if (row.Person != wish.Person || row.Source != wish.Source)
            {
                throw new InvalidOperationException("This token belongs to somebody else.");
            }

            row.RevokedAt = null;
            foreach (var old in replaced[(wish.Person, wish.Source)].Where(r => r != row))
            {
                old.RevokedAt = time.GetUtcNow();
                changed.Add(old);
            }

            changed.Add(row);
        }

        return changed;
    }

    internal void Learn(IReadOnlyCollection<TokenRow> rows)
    {
        lock (turn)
        {
            active = active.After(rows);
        }
    }

    private static string Checked(string token) =>
        token.Length is >= Shortest and <= Longest ? token : throw new ArgumentException("A token has 24 to 200 characters.", nameof(token));

    private Task<IReadOnlyList<TokenRow>> SetAsync(TokenWish wish) => pen.WriteAsync(db => StageAsync(db, [wish]), Learn);

    private async Task<NewToken> MakeAsync(Guid? person, string? source, string name)
    {
        var token = "ld_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = Row(TokenHash.Of(token), person, source, name);
        await pen.WriteAsync(
            db =>
            {
                db.Tokens.Add(row);
                return Task.FromResult(row);
            },
            saved => Learn([saved]));
        return new(row.Id, token);
    }

    private TokenRow Row(TokenHash hash, Guid? person, string? source, string name) =>
        new() { Id = Guid.NewGuid(), Hash = hash.ToBytes(), Person = person, Source = source, Name = name, CreatedAt = time.GetUtcNow() };

    private sealed record Active(ImmutableDictionary<TokenHash, TokenHolder> ByHash, ImmutableDictionary<Guid, TokenHolder> ById)
    {
        public static Active None { get; } = new(ImmutableDictionary<TokenHash, TokenHolder>.Empty, ImmutableDictionary<Guid, TokenHolder>.Empty);

        public Active After(IEnumerable<TokenRow> rows)
        {
            var (hashes, ids) = (ByHash.ToBuilder(), ById.ToBuilder());
            foreach (var row in rows)
            {
                var hash = TokenHash.From(row.Hash);
                if (row.RevokedAt is not null)
                {
                    hashes.Remove(hash);
                    ids.Remove(row.Id);
                }
                else if (!ids.ContainsKey(row.Id))
                {
                    var holder = new TokenHolder(row.Id, row.Person, row.Source);
                    hashes[hash] = holder;
                    ids[row.Id] = holder;
                }
            }

            return new(hashes.ToImmutable(), ids.ToImmutable());
        }
    }
}
