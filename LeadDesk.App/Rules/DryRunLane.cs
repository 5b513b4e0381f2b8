namespace LeadDesk.App.Rules;

/// <summary>One lane before and after; null = those rules have no such lane. Moved = leads that would have gone to somebody else and end here under the draft.</summary>
public sealed record DryRunLane(string Lane, string Name, DryRunFigures? Before, DryRunFigures? After, int Moved);
