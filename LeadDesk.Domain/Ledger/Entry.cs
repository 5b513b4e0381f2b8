using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Ledger;

/// <summary>
/// One decision that gave or offered a lead: everybody's due grows by their slice, the receiver's received by one lead. Number is the
/// log's; ReceivedBefore is the receiver's last entry before this one, so that striking can put it back.
/// </summary>
public sealed record Entry(long Number, string Lane, ImmutableArray<Slice> Slices, RepId Receiver, long ReceivedBefore)
{
    /// <summary>The entry of a decision that moves no balance: the receiver shares alone.</summary>
    public static Entry Alone(long number, string lane, RepId receiver, long receivedBefore) =>
        new(number, lane, [new Slice(receiver, Share.One)], receiver, receivedBefore);
}
