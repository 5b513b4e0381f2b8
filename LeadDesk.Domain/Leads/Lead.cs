using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Leads;

/// <summary>One person's request, as the floor knows it: what decisions depend on, and nothing personal beyond its facts. Times are UTC.</summary>
public sealed record Lead
{
    /// <summary>Sent earlier than this before it reached us: order and due run from reception.</summary>
    public static readonly TimeSpan LongAgo = TimeSpan.FromDays(7);

    public required LeadId Id { get; init; }

    /// <summary>Rises with every change of owner or state.</summary>
    public long Version { get; init; } = 1;

    public LeadState State { get; init; }

    public required string Source { get; init; }

    public Facts Facts { get; init; } = Facts.None;

    /// <summary>The log's number of the event that gave it these facts.</summary>
    public long FactsSeq { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The log's number of its reception.</summary>
    public long ReceivedSeq { get; init; }

    /// <summary>The log's number of the last thing that happened to it.</summary>
    public long LastSeq { get; init; }

    /// <summary>The stay in a lane; null on the managers' list and for leads that never enter a lane.</summary>
    public Stay? Stay { get; init; }

    /// <summary>Lanes it has been in, in order, so that no chain of fallbacks goes round.</summary>
    public ImmutableArray<string> LanesTried { get; init; } = [];

    /// <summary>How often its label was found wrong.</summary>
    public int Bounces { get; init; }

    /// <summary>When it came to the managers' list; null = it is not there.</summary>
    public DateTimeOffset? WithManagersSince { get; init; }

    /// <summary>The customer's due: never resets.</summary>
    public Window? Due { get; init; }

    /// <summary>How many warnings of the customer's due have been given.</summary>
    public int Warned { get; init; }

    public DateTimeOffset? LateAt { get; init; }

    /// <summary>Who passed, let lapse, released or lost it since it entered this lane, in order.</summary>
    public ImmutableArray<RepId> Holders { get; init; } = [];

    public Offer? Offer { get; init; }

    /// <summary>Who is alerted, and since when.</summary>
    public ImmutableSortedDictionary<RepId, DateTimeOffset> Alerted { get; init; } = ImmutableSortedDictionary<RepId, DateTimeOffset>.Empty;

    /// <summary>Who pressed while it rang; stays with its owner, so that each of them can be told the margin.</summary>
    public PhotoFinish? Finish { get; init; }

    public RepId? Owner { get; init; }

    public DateTimeOffset? OwnedAt { get; init; }

    /// <summary>The owner's due: new for each owner; only this one takes a lead back.</summary>
    public Window? OwnerDue { get; init; }

    /// <summary>The owner's due has passed on a floor that does not take leads back.</summary>
    public bool OwnerLate { get; init; }

    /// <summary>The ledger entry that gave or offered the lead to whom it is with now.</summary>
    public Entry? Entry { get; init; }

    /// <summary>Among whom the present offer or owner was chosen.</summary>
    public Expectation? Expectation { get; init; }

    /// <summary>The log's number of the event that holds the receipt of the present offer or owner.</summary>
    public long? ReceiptSeq { get; init; }

    /// <summary>Why it is with whom it is with, in a nutshell.</summary>
    public Gist? Gist { get; init; }

    public ImmutableArray<Attempt> Attempts { get; init; } = [];

    public DateTimeOffset? FirstAttemptAt { get; init; }

    public DateTimeOffset? ReachedAt { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When its owner was reminded of the next try last.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? ParkedUntil { get; init; }

    public Outcome? Outcome { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who lost sight of it in the last minutes: they may still be told who has it.</summary>
    public ImmutableArray<Sight> Sights { get; init; } = [];

    /// <summary>Until when people of its lane who saw it on an open board are told who took it.</summary>
    public DateTimeOffset? BoardSightUntil { get; init; }

    public LeadId? DuplicateOf { get; init; }

    /// <summary>Who served this customer last, if known.</summary>
    public RepId? KnownOwner { get; init; }

    public bool IsClosed => ClosedAt is not null;

    public bool IsUnowned => Owner is null && !IsClosed;

    /// <summary>When its owner still has to be reminded of the next try; a parked lead comes back by itself.</summary>
    public DateTimeOffset? RemindAt => Owner is not null && State != LeadState.Parked && NextAt is { } next && !(RemindedAt >= next) ? next : null;

    public bool IsAnswered => FirstAttemptAt is not null;

    public bool SentLongAgo => ReceivedAt - SentAt > LongAgo;

    /// <summary>From when order and due run.</summary>
    public DateTimeOffset RunsFrom => SentLongAgo ? ReceivedAt : SentAt;

    public bool Excludes(RepId rep, int? noRepeat)
    {
        for (var i = noRepeat is { } last ? Math.Max(0, Holders.Length - last) : 0; i < Holders.Length; i++)
        {
            if (Holders[i] == rep)
            {
                return true;
            }
        }

        return false;
    }
}
