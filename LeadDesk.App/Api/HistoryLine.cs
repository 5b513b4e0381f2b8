using System.Text.Json.Serialization;

namespace LeadDesk.App.Api;

/// <summary>One step of a lead's history. From and To are numbers of people before and after it; the text is left out where nobody wrote one or it is erased.</summary>
internal sealed record HistoryLine(
    long Seq,
    DateTimeOffset At,
    string Act,
    Guid? ById,
    string? ByName,
    string? From,
    string? To,
    string? Lane,
    string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text);
