using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>One person as a manager edits them: what is agreed, how they stand, and what may be chosen.</summary>
public sealed record PersonView(Guid Id, RepId Number, PersonEntry Entry, Rep Rep, FloorPlan Plan, ImmutableArray<(RepId Number, Guid Id, string Name)> Others)
{
    /// <summary>Roles and rights: an admin's to change.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>May be changed by the viewer at all.</summary>
    public bool MayEdit { get; init; }

    /// <summary>Who may stand by them: takes leads and is not new.</summary>
    public ImmutableArray<(RepId Number, string Name)> Coaches { get; init; } = [];

    public bool IsViewer { get; init; }

    /// <summary>The floor's day.</summary>
    public DateOnly Today { get; init; }
}
