namespace LeadDesk.App.Settings;

/// <summary>Names the resource file with the sentences of the settings.</summary>
public sealed class SettingsTexts;
