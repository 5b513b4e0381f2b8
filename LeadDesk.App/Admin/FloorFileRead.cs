using System.Collections.Immutable;
using System.Text.Json;
using LeadDesk.App.Api;

namespace LeadDesk.App.Admin;

/// <summary>A floor file that was read by itself: either Errors holds every fault by its JSON path, or it is ready to be merged into a floor.</summary>
public sealed record FloorFileRead
{
    public required FieldErrors Errors { get; init; }

    public bool Ok => !Errors.Any;

    /// <summary>Whether what the file leaves out goes away.</summary>
    public bool Replace { get; init; }

    /// <summary>The people as if all of them were new.</summary>
    public ImmutableArray<PersonEntry> People { get; init; } = [];

    internal JsonElement Json { get; init; }

    internal IReadOnlyCollection<string> Methods { get; init; } = [];
}
