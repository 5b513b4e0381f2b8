namespace LeadDesk.App.Admin;

/// <summary>What somebody typed to add a person. Growing = begins with the stages of a new hire.</summary>
public sealed record NewPerson(string Name, string Email, bool Growing);
