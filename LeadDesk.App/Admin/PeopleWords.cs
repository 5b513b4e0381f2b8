namespace LeadDesk.App.Admin;

/// <summary>Marks the resource file with the words of the people's pages.</summary>
public sealed class PeopleWords;
