namespace LeadDesk.App.Store;

/// <summary>A value, or the plain words why there is none.</summary>
public sealed record OrTrouble<T>(T? Value, string? Trouble)
    where T : class;
