using System.Collections.Immutable;
using LeadDesk.App.Account;
using LeadDesk.Domain.Credits;

namespace LeadDesk.App.Fairness;

/// <summary>A person's accounts as one reader sees them: how they stand in each lane, and a page of the lines of the open one, the newest first.</summary>
public sealed record AccountView(Guid Person, string Name, bool IsReader, ImmutableArray<AccountLane> Lanes, AccountLane? Open, ImmutableArray<AccountLine> Lines)
{
    /// <summary>Where the page after begins.</summary>
    public long? Next { get; init; }

    /// <summary>Where this page begins; null = with the newest.</summary>
    public long? Before { get; init; }

    /// <summary>The balance before the oldest line of this page.</summary>
    public Int128 Carried { get; init; }

    /// <summary>The rows behind the log are not there yet: what is shown may lack the last moments.</summary>
    public bool IsBehind { get; init; }

    /// <summary>What was done and credited by calendar month, the newest first.</summary>
    public ImmutableArray<MonthWork> Months { get; init; } = [];

    /// <summary>What the reader's territory asks for before its wins are credited too, with what is there this month.</summary>
    public ImmutableArray<QuotaLine> Quotas { get; init; } = [];

    /// <summary>Whose accounts the reader may open; empty where only their own.</summary>
    public ImmutableArray<DirectoryEntry> People { get; init; } = [];
}
