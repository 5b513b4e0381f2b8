using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>Makes and changes accounts. What a person may do is not decided here but by their role on the floor.</summary>
public sealed class Accounts(Pen pen, Passwords passwords, PeopleDirectory people, Tokens tokens)
{
    public async Task<Account> ProvisionAsync(string name, string email, string? password = null, string? token = null, string? pin = null) =>
        (await ProvisionManyAsync([new(name, email, password, token, pin)]))[0];

    /// <summary>Makes or changes all of them in one transaction; answers in the order asked. A changed password ends the person's sessions.</summary>
    public async Task<IReadOnlyList<Account>> ProvisionManyAsync(IReadOnlyList<Provision> wanted, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var hashes = await HashAsync(wanted, cancel);
        var (accounts, _) = await pen.WriteAsync(db => PutAsync(db, wanted, hashes), Learn, cancel);
        return accounts;
    }

    /// <summary>Shuts a person out, or lets them in again; false for nobody known. Sessions and circuits end within seconds.</summary>
    public Task<bool> SetDisabledAsync(Guid id, bool disabled) => ChangeAsync(id, a => a.Disabled = disabled);

    /// <summary>Ends every session of the person, on every device.</summary>
    public Task<bool> EndSessionsAsync(Guid id) => ChangeAsync(id, Stamp);

    /// <summary>The person whose e-mail and password these are. Takes as long for an unknown e-mail as for a wrong password.</summary>
    public async Task<DirectoryEntry?> CheckPasswordAsync(string email, string password)
    {
        var person = people.FindByEmail(email);
        var hash = await HashOfAsync(person?.Id ?? Guid.Empty, a => a.PasswordHash);
        return await passwords.CheckAsync(hash, password) ? person : null;
    }

    /// <summary>Whose e-mail this is.</summary>
    public RepId? NumberOf(string email) => people.FindByEmail(email)?.Number;

    /// <summary>Whether this is the person's PIN; for devices on which somebody has signed in before.</summary>
    public async Task<bool> CheckPinAsync(Guid id, string pin) => await passwords.CheckAsync(await HashOfAsync(id, a => a.PinHash), pin);

    /// <summary>Gives the person this PIN and ends every session of theirs: whoever knew the old one is out.</summary>
    public Task<bool> SetPinAsync(Guid id, string pin) => SetAsync(id, pin, (account, hash) => account.PinHash = hash);

    /// <summary>Gives the person this password and ends every session of theirs.</summary>
    public Task<bool> SetPasswordAsync(Guid id, string password) => SetAsync(id, password, (account, hash) => account.PasswordHash = hash);

    public async Task<bool> HasPasswordAsync(Guid id) => await HashOfAsync(id, a => a.PasswordHash) is not null;

    /// <summary>Who has a PIN.</summary>
    public async Task<IReadOnlySet<Guid>> WithPinAsync(CancellationToken cancel = default) =>
        (await pen.ReadAsync(db => db.WithPinAsync(cancel), cancel)).ToHashSet();

    private async Task<bool> SetAsync(Guid id, string secret, Action<Account, string> put)
    {
        var hash = await Task.Run(() => passwords.Hash(secret));
        return await ChangeAsync(id, a =>
        {
            put(a, hash);
            Stamp(a);
        });
    }

    private static void Stamp(Account account) => account.SecurityStamp = Guid.NewGuid().ToString("N");

    private Task<string?> HashOfAsync(Guid id, System.Linq.Expressions.Expression<Func<Account, string?>> hash) =>
        pen.ReadAsync(db => db.OfAccountAsync(id, hash));

    private async Task<bool> ChangeAsync(Guid id, Action<Account> change)
    {
        var account = await pen.WriteAsync(
            async db =>
            {
                var found = await db.AccountAsync(id);
                if (found is not null)
                {
                    change(found);
                }

                return found;
            },
            changed => Learn((changed is null ? [] : [changed], [])));
        return account is not null;
    }

    /// <summary>New hashes for secrets that are new, on all processors and before the turn to write is taken.</summary>
    private async Task<(string? Password, string? Pin)[]> HashAsync(IReadOnlyList<Provision> wanted, CancellationToken cancel)
    {
        var ids = wanted.Select(w => people.FindByEmail(w.Email)?.Id).OfType<Guid>().ToHashSet();
        var known = await pen.ReadAsync(db => db.AccountsAsync(ids, cancel), cancel);
        var hashes = new (string?, string?)[wanted.Count];
        await Task.Run(
            () => Parallel.For(0, wanted.Count, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                var account = people.FindByEmail(wanted[i].Email) is { } person ? known.GetValueOrDefault(person.Id) : null;
                hashes[i] = (New(account?.PasswordHash, wanted[i].Password), New(account?.PinHash, wanted[i].Pin));
            }),
            cancel);
        return hashes;
    }

    private string? New(string? hash, string? secret) => secret is null || passwords.Fits(hash, secret) ? null : passwords.Hash(secret);

    private async Task<(IReadOnlyList<Account> Accounts, IReadOnlyList<TokenRow> Tokens)> PutAsync(LeadDeskContext db, IReadOnlyList<Provision> wanted, (string? Password, string? Pin)[] hashes)
    {
        var keys = wanted.Select(w => PeopleDirectory.KeyOf(w.Email)).ToList();
        var known = await db.AccountsByEmailAsync(keys);
        var last = await db.LastNumberAsync();
        var accounts = new List<Account>(wanted.Count);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (!known.TryGetValue(keys[i], out var account))
            {
                account = new Account { Id = Guid.NewGuid(), Number = ++last };
                Stamp(account);
                known.Add(keys[i], account);
                db.Users.Add(account);
            }

            Fill(account, wanted[i], hashes[i]);
            accounts.Add(account);
        }

        var wishes = wanted.Zip(accounts).Where(x => x.First.Token is not null).Select(x => new TokenWish(x.Second.Id, null, x.First.Token!)).ToList();
        return (accounts, await tokens.StageAsync(db, wishes));
    }

    private static void Fill(Account account, Provision wanted, (string? Password, string? Pin) hash)
    {
        var email = wanted.Email.Trim();
        account.Name = wanted.Name;
        account.Email = account.UserName = email;
        account.NormalizedEmail = account.NormalizedUserName = PeopleDirectory.KeyOf(email);
        account.PinHash = hash.Pin ?? account.PinHash;
        if (hash.Password is not null)
        {
            account.PasswordHash = hash.Password;
            Stamp(account);
        }
    }

    private void Learn((IReadOnlyList<Account> Accounts, IReadOnlyList<TokenRow> Tokens) changed)
    {
        foreach (var account in changed.Accounts)
        {
            people.Put(DirectoryEntry.Of(account));
        }

        tokens.Learn(changed.Tokens);
    }
}
