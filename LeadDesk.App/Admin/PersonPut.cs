using LeadDesk.App.Desk;

namespace LeadDesk.App.Admin;

/// <summary>What became of a wish about one person: every fault by its field, or the desk's answer; neither where nothing would change. Email is whom it was about.</summary>
public sealed record PersonPut(IReadOnlyDictionary<string, string[]>? Errors, Answer? Answer, string Email);
