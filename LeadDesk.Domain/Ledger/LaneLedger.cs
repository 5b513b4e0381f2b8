using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Ledger;

/// <summary>
/// The accounts of one lane over all its versions. The sum of all balances is 0 after every entry, because an entry's slices add up to
/// exactly the one lead that its receiver gets.
/// </summary>
public sealed record LaneLedger
{
    public static LaneLedger Empty { get; } = new();

    public ImmutableDictionary<RepId, Account> Accounts { get; init; } = ImmutableDictionary<RepId, Account>.Empty;

    public Account Of(RepId rep) => Accounts.GetValueOrDefault(rep, Account.New);

    /// <summary>Books an entry.</summary>
    public LaneLedger Book(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var accounts = Move(entry, 1);
        var receiver = accounts[entry.Receiver];
        return this with { Accounts = accounts.SetItem(entry.Receiver, receiver with { Received = receiver.Received + Share.One, LastReceived = entry.Number }) };
    }

    /// <summary>Reverses exactly that entry.</summary>
    public LaneLedger Strike(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var accounts = Move(entry, -1);
        var receiver = accounts[entry.Receiver];
        return this with
        {
            Accounts = accounts.SetItem(entry.Receiver, receiver with
            {
                Received = receiver.Received - Share.One,
                LastReceived = receiver.LastReceived == entry.Number ? entry.ReceivedBefore : receiver.LastReceived,
            }),
        };
    }

    /// <summary>Books an entry anew that was struck by mistake; what its receiver got since stays the last.</summary>
    public LaneLedger Restore(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var last = Of(entry.Receiver).LastReceived;
        var booked = Book(entry);
        return last > entry.Number ? booked with { Accounts = booked.Accounts.SetItem(entry.Receiver, booked.Of(entry.Receiver) with { LastReceived = last }) } : booked;
    }

    private ImmutableDictionary<RepId, Account> Move(Entry entry, int sign)
    {
        var accounts = Accounts;
        foreach (var slice in entry.Slices)
        {
            var account = accounts.GetValueOrDefault(slice.Rep, Account.New);
            accounts = accounts.SetItem(slice.Rep, account with { Due = account.Due + (sign * (Int128)slice.Amount) });
        }

        return accounts;
    }
}
