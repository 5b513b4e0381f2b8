namespace LeadDesk.Domain.Distribution;

/// <summary>The blend that brought a lead to its lane, and the keys of all its steps in order, as they were then.</summary>
public sealed record BlendSteps(string Blend, int Version, EquatableArray<string> Stages);
