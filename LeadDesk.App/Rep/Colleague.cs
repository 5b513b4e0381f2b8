namespace LeadDesk.App.RepDesk;

/// <summary>Somebody who is here and can be given a lead; Free = places they have left.</summary>
public sealed record Colleague(Guid Id, string Name, int Free);
