namespace LeadDesk.App.Api;

/// <summary>One thing that is wrong: where, as a JSON path (empty = the whole body), and what would be right, in words.</summary>
public sealed record FieldError(string Path, string Words);
