using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>One state of the rules: its number from 1, the event that brought it (UTC), by whom, why in their words, and the plan whose lanes they are. By is null for the set-up file.</summary>
public sealed record RulesVersion(int Number, long Seq, DateTimeOffset At, RepId? By, string? Reason, FloorPlan Plan);
