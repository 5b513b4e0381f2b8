using Microsoft.AspNetCore.Identity;

namespace LeadDesk.App.Account;

/// <summary>Hashes passwords and PINs, slowly on purpose; only half of the processors may be busy with sign-ins at once.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher) : IDisposable
{
    private const int Longest = 128;
    private static readonly Account Nobody = new();
    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> nobodys = new(() => hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    public string Hash(string secret) => hasher.HashPassword(Nobody, secret);

    public bool Fits(string? hash, string secret) =>
        hash is not null && hasher.VerifyHashedPassword(Nobody, hash, secret) != PasswordVerificationResult.Failed;

    /// <summary>The same work and the same time, whether or not there is a hash to compare with.</summary>
    public async Task<bool> CheckAsync(string? hash, string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        await places.WaitAsync();
        try
        {
            return await Task.Run(() => Fits(hash ?? nobodys.Value, secret.Length > Longest ? "" : secret)) && hash is not null;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
