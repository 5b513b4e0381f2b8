using System.Collections.Immutable;

namespace LeadDesk.App.Docs;

/// <summary>One call of the API: how it is made and what may be in its body.</summary>
public sealed record DocsCall(string Method, string Path, ImmutableArray<DocsField> Fields);
