namespace LeadDesk.App.Fairness;

/// <summary>Marks the resource file with the words of receipts, accounts, dice and the fairness watch.</summary>
public sealed class FairWords;
