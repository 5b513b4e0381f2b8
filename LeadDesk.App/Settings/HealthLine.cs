namespace LeadDesk.App.Settings;

/// <summary>One thing that has to be well, in words.</summary>
public sealed record HealthLine(string Name, bool Well, string Text);
