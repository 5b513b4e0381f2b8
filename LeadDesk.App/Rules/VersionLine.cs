using System.Collections.Immutable;

namespace LeadDesk.App.Rules;

/// <summary>A version in words: who, when (UTC), why, and what was different.</summary>
public sealed record VersionLine(int Number, DateTimeOffset At, string By, string? Reason, ImmutableArray<string> Changes);
