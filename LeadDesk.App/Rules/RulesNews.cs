using System.Collections.Immutable;

namespace LeadDesk.App.Rules;

/// <summary>What somebody has not seen yet of the rules: how they changed, and what became of their own proposals. UpTo is the log's number to say "seen" with.</summary>
public sealed record RulesNews(long UpTo, VersionLine? Change, ImmutableArray<ProposalLine> Answers);
