using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Admin;

/// <summary>What became of a floor file: everything that is wrong with it, or the desk's answer.</summary>
public sealed record FloorFilePut(FieldErrors? Faults, Answer? Answer)
{
    public bool IsDone => Answer is { IsDone: true };

    /// <summary>Every fault by its JSON path; null where the file was read.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors => Faults?.ByField;

    /// <summary>Why the floor is as it was, in one English line for programs and for whoever starts the server; null when it is done.</summary>
    public string? Problem => this switch
    {
        { IsDone: true } => null,
        { Faults.All: [var first, ..] } => first.Path.Length == 0 ? first.Words : $"{first.Path}: {first.Words}",
        { Answer.Unavailable: { } unwritten } => unwritten.Words,
        { Answer.Refusal.Code: RefusalCode.Stale } => "Somebody else changed the set-up at the same moment; send the file again.",
        _ => "The floor could not be changed.",
    };
}
