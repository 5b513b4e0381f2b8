namespace LeadDesk.App.Docs;

/// <summary>A member of a body, and what it may be, e.g. "text" or "reached | noAnswer".</summary>
public sealed record DocsField(string Name, string Type);
