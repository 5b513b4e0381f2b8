namespace LeadDesk.App.Audit;

/// <summary>Marks the resource file with the words of the audit: what each event says.</summary>
public sealed class AuditWords;
