namespace LeadDesk.Domain.Floor;

/// <summary>How a floor looks like its own: a name beside the mark, and one colour (#rrggbb) for what can be pressed. Null = as it comes.</summary>
public sealed record Branding(string? Name, string? Accent);
