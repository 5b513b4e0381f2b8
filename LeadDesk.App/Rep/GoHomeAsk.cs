namespace LeadDesk.App.RepDesk;

/// <summary>Going home: what becomes of the open leads, and who gets them if they are handed over.</summary>
public sealed record GoHomeAsk(GoHomeWay Way, Guid? To);
