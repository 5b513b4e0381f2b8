using LeadDesk.App.Store;

namespace LeadDesk.App.Audit;

/// <summary>What a walk along the log's chain found, and when it ended.</summary>
public sealed record ChainVerdict(DateTimeOffset At, ChainState State);
