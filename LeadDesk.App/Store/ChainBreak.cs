namespace LeadDesk.App.Store;

/// <summary>The first event at which the log is not what was written: its number, a stable code, and what is wrong in words.</summary>
public sealed record ChainBreak(long Seq, string Code, string Detail);
