using LeadDesk.App.Admin;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Words;

/// <summary>Why a change of the set-up did not happen, in the language of whoever asked for it on a page.</summary>
public sealed class SetUpWording(IStringLocalizer<DeskWords> texts, DeskWording desk, FaultWording faults)
{
    /// <summary>One sentence; null when it is done.</summary>
    public string? Of(FloorFilePut put)
    {
        ArgumentNullException.ThrowIfNull(put);
        return put switch
        {
            { IsDone: true } => null,
            { Faults.All: [var first, ..] } => first.Path.Length == 0 ? faults.Of(first.Words) : $"{first.Path}: {faults.Of(first.Words)}",
            { Answer.Unavailable: { } unwritten } => desk.Of(unwritten),
            { Answer.Refusal.Code: RefusalCode.Stale } => texts["set-up-stale"],
            { Answer.Refusal.Code: RefusalCode.Forbidden } => texts["forbidden"],
            _ => texts["set-up-not"],
        };
    }
}
