using System.Collections.Immutable;
using LeadDesk.App.Api;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>What a floor becomes by a floor file, all or nothing: with an error Plan is the old one and nothing else is set. People holds only those who change or get a secret.</summary>
public sealed record FloorFileMerge
{
    public required FieldErrors Errors { get; init; }

    public bool Ok => !Errors.Any;

    public required FloorPlan Plan { get; init; }

    /// <summary>Whether the plan differs from the one before.</summary>
    public bool PlanChanged { get; init; }

    public ImmutableArray<PersonChange> People { get; init; } = [];

    public ImmutableArray<SourceSecrets> Secrets { get; init; } = [];
}
