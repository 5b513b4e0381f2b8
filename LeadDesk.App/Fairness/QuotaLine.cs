namespace LeadDesk.App.Fairness;

/// <summary>A quota of a lane that owns accounts (calls, contacts or sales of this month), and how much of it is done.</summary>
public sealed record QuotaLine(string Lane, string LaneName, string What, int Done, int Asked);
