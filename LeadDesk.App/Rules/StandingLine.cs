using LeadDesk.Domain.Distribution.Ranking;

namespace LeadDesk.App.Rules;

/// <summary>One person's place as a reader sees it, and why, in words. Id and Name are null where the rule hides people from one another; Score is what the place goes by.</summary>
public sealed record StandingLine(Place Place, Guid? Id, string? Name, bool IsReader, decimal? Score, string Sentence);
