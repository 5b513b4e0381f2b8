namespace LeadDesk.App.Rules;

/// <summary>Leads under one set of rules, in figures: waits in seconds of opening time until the first call, shares from 0 to 1.</summary>
public sealed record DryRunFigures(
    int Leads,
    int Late,
    int? MedianWaitSeconds,
    int? LongWaitSeconds,
    double LargestShare,
    Guid? LargestShareId,
    string? LargestShareName,
    int LeftBehind,
    int WithManagers,
    int Passes,
    int Unserved);
