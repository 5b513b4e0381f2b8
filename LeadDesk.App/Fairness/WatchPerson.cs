using LeadDesk.Domain.Fairness;

namespace LeadDesk.App.Fairness;

/// <summary>One person in a figure of the watch, with the name that the reader may know.</summary>
public sealed record WatchPerson(Guid Id, string Name, bool IsReader, WatchRow Row);
