namespace LeadDesk.App.Account;

/// <summary>Names the resource file with the sentences of the sign-in.</summary>
public sealed class SignInTexts;
