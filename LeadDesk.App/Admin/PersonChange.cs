namespace LeadDesk.App.Admin;

/// <summary>What a floor file does to one person; Before is null for somebody new. A person who left has Terms.Active false.</summary>
public sealed record PersonChange(PersonEntry? Before, PersonEntry After);
