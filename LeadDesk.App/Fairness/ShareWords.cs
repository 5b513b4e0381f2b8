namespace LeadDesk.App.Fairness;

/// <summary>Marks the resource file with the words of the accounts and the open dice.</summary>
public sealed class ShareWords;
