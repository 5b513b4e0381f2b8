namespace LeadDesk.Bench.Claims;

/// <summary>Something that gives waiting leads to callers, durably.</summary>
internal interface IClaimer
{
    string Name { get; }

    /// <summary>Makes this many leads wait, and forgets who had which before.</summary>
    Task RefillAsync();

    /// <summary>One lead for this caller, told once it is on disk; null when there was none.</summary>
    ValueTask<Guid?> ClaimAsync(int caller, int turn);

    /// <summary>What the file says since the refill: lead and caller, one a claim.</summary>
    IEnumerable<(Guid Lead, int Caller)> OnDisk();
}
