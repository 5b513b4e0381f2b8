namespace LeadDesk.Domain.Floor;

/// <summary>A pause as managers see it: what is paused by its name, since and until when (UTC), what customers are told, who began it, and how many leads wait because of it.</summary>
public sealed record PauseCard(string Scope, PauseKind Kind, string? Name, DateTimeOffset Since, DateTimeOffset Until, string? Message, string? ByName, int Waiting);
