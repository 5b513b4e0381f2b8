namespace LeadDesk.App.Welcome;

/// <summary>Names the resource file with the sentences of the first run and of the first steps.</summary>
public sealed class WelcomeTexts;
