using System.Text.Json;

namespace LeadDesk.App.Api;

/// <summary>A received body: its JSON, or why there is none (both null = an empty body where that is allowed). Raw is what came over the wire.</summary>
public sealed record JsonBody(JsonElement? Json, BodyProblem? Problem, ReadOnlyMemory<byte> Raw);
