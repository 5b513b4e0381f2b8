using System.Security.Cryptography;
using System.Text;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;

namespace LeadDesk.App.Welcome;

/// <summary>
/// Lets somebody set up a floor on which nobody is yet: whoever sits at the machine itself, and whoever has the code that it printed at its
/// start. Once one person is on the floor it is shut for good.
/// </summary>
public sealed class WelcomeDoor(CommittedFloor floor) : IDisposable
{
    /// <summary>No 0, O, 1, I or L: it is read from a console and typed.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 16;
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Told on the console alone.</summary>
    public string Code { get; } = RandomNumberGenerator.GetString(Letters, Length);

    public bool IsNew => floor.Now.People.IsEmpty;

    public void Dispose() => turn.Dispose();

    public bool Opens(HttpContext http, string? code)
    {
        ArgumentNullException.ThrowIfNull(http);
        return IsNew && (ThisMachine.IsCalling(http) || Fits(code));
    }

    /// <summary>Makes the first person; two at the same moment are one after the other, and the second finds the door shut.</summary>
    public async Task<T?> FirstAsync<T>(Func<Task<T>> make, CancellationToken cancel = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        await turn.WaitAsync(cancel);
        try
        {
            return IsNew ? await make() : null;
        }
        finally
        {
            turn.Release();
        }
    }

    private bool Fits(string? code) =>
        code is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(Code));
}
