using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>How what the desk knows is put into words for one reader: names, reasons, sentences. The words themselves live with the pages.</summary>
public sealed record Wording
{
    public required Func<RepId, string> Name { get; init; }

    public required Func<HeldCause, LaneRules?, ImmutableArray<TallyLine>, string> Held { get; init; }

    public required Func<LaneRules?, Gist, string> Why { get; init; }

    public required Func<RefusalCode, Test?, Rep, LaneRules, string> Cannot { get; init; }

    /// <summary>What a person wrote with an event, by the log's number; null = nothing, or it is erased.</summary>
    public required Func<LeadId, long, string?> NoteOf { get; init; }

    /// <summary>What customers are told while the intake is paused, by the log's number of the pause; null = nothing.</summary>
    public required Func<long, string?> NoticeOf { get; init; }

    /// <summary>What is personal of a lead; null = erased.</summary>
    public required Func<LeadId, LeadPerson?> PersonOf { get; init; }
}
