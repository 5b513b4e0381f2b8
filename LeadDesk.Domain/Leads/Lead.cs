using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Credits;
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

    /// <summary>It is on the managers' list because a rule broke on it: changed rules try it again from the first lane.</summary>
    public bool Broke { get; init; }

    /// <summary>The customer's due: never resets.</summary>
    public Window? Due { get; init; }

    /// <summary>How many warnings of the customer's due have been given.</summary>
    public int Warned { get; init; }

    public DateTimeOffset? LateAt { get; init; }

    /// <summary>Who passed, let lapse, released or lost it since it entered this lane, in order.</summary>
    public ImmutableArray<RepId> Holders { get; init; } = [];

    /// <summary>Everybody who owned it and does not any more, in order, over all lanes.</summary>
    public ImmutableArray<RepId> FormerOwners { get; init; } = [];

    public Offer? Offer { get; init; }

    /// <summary>Who is alerted, and since when.</summary>
    public ImmutableSortedDictionary<RepId, DateTimeOffset> Alerted { get; init; } = ImmutableSortedDictionary<RepId, DateTimeOffset>.Empty;

    /// <summary>Who pressed while it rang; stays with its owner, so that each of them can be told the margin.</summary>
    public PhotoFinish? Finish { get; init; }

    public RepId? Owner { get; init; }

    public DateTimeOffset? OwnedAt { get; init; }

    /// <summary>Until when it is its owner's; null = as long as they like.</summary>
    public DateTimeOffset? OwnedUntil { get; init; }

    /// <summary>By when its owner has to have worked on it; null = nobody asks.</summary>
    public SlowCheck? Check { get; init; }

    /// <summary>A manager has given its owner more time already.</summary>
    public bool Extended { get; init; }

    /// <summary>Who helped it on its way: somebody who knows the customer and could not be asked.</summary>
    public ImmutableArray<RepId> Assists { get; init; } = [];

    /// <summary>Who stands by its owner on it, since the owner got it.</summary>
    public RepId? Coach { get; init; }

    public ImmutableArray<Credit> Credits { get; init; } = [];

    /// <summary>Its customer rings at the seniors' desks, or did last; null = its owner has not tried.</summary>
    public HotTransfer? Transfer { get; init; }

    /// <summary>Who warmed it up for its owner.</summary>
    public RepId? WarmedBy { get; init; }

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

    /// <summary>The last change that may be taken back, as long as nothing followed but what the desk did because of it.</summary>
    public Acted? LastAction { get; init; }

    public ImmutableArray<Attempt> Attempts { get; init; } = [];

    /// <summary>What people may have written beside their attempts, the oldest first.</summary>
    public ImmutableArray<Said> Said { get; init; } = [];

    public DateTimeOffset? FirstAttemptAt { get; init; }

    public DateTimeOffset? ReachedAt { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When its owner was reminded of the next try last.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? ParkedUntil { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>Whether its turn is asked back; null = it is not.</summary>
    public CreditBack? CreditBack { get; init; }

    /// <summary>When it comes back, of one that is not for now; null = it does not.</summary>
    public NextTouch? Touch { get; init; }

    /// <summary>When it came back last: its order runs from there, its age does not.</summary>
    public DateTimeOffset? TouchedAt { get; init; }

    /// <summary>Since when its customer wants to hear nothing more, on any channel; final.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>What a won lead was worth, in the floor's currency, where it was said.</summary>
    public decimal? WonValue { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who lost sight of it in the last minutes: they may still be told who has it.</summary>
    public ImmutableArray<Sight> Sights { get; init; } = [];

    /// <summary>Until when people of its lane who saw it on an open board are told who took it.</summary>
    public DateTimeOffset? BoardSightUntil { get; init; }

    public LeadId? DuplicateOf { get; init; }

    /// <summary>Who served this customer last, if known.</summary>
    public RepId? KnownOwner { get; init; }

    public bool IsClosed => ClosedAt is not null;

    /// <summary>
    /// What its customer writes again belongs to it: somebody has it before them, it comes back by itself, or somebody said that there was
    /// nothing to it. A lead that was served and is over does not stand for a new wish.
    /// </summary>
    public bool StandsForItsCustomer => !IsClosed || Touch is not null || Outcome is Leads.Outcome.Junk or Leads.Outcome.NonSales or Leads.Outcome.Duplicate;

    public bool IsUnowned => Owner is null && !IsClosed;

    /// <summary>When its owner still has to be reminded of the next try; a parked lead comes back by itself.</summary>
    public DateTimeOffset? RemindAt => Owner is not null && State != LeadState.Parked && NextAt is { } next && !(RemindedAt >= next) ? next : null;

    /// <summary>When it goes on early unless its owner works on it; null = they did, or nobody asks.</summary>
    public DateTimeOffset? CheckDue => Check is { } check && ReachedAt is null && TriesByOwner < check.Attempts ? check.At : null;

    /// <summary>How often its present owner has tried to reach the customer since it is theirs.</summary>
    public int TriesByOwner => Attempts.Count(a => a.By == Owner && a.At >= OwnedAt);

    public bool IsAnswered => FirstAttemptAt is not null;

    public bool SentLongAgo => ReceivedAt - SentAt > LongAgo;

    /// <summary>From when order and due run.</summary>
    public DateTimeOffset RunsFrom => TouchedAt ?? (SentLongAgo ? ReceivedAt : SentAt);

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
