using System.Text.Json;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>
/// What somebody wants of one person: Body names the fields as a floor file does (absent = unchanged, null = the default). Id null = a new
/// person. Cover is who stands in, where CoverGiven.
/// </summary>
public sealed record PersonWish(Actor Actor, Guid? Id, JsonElement Body, string? Reason)
{
    public bool CoverGiven { get; init; }

    public RepId? Cover { get; init; }

    public bool CoachGiven { get; init; }

    /// <summary>Who stands by them, where CoachGiven.</summary>
    public RepId? Coach { get; init; }

    public RetryKey? Retry { get; init; }
}
