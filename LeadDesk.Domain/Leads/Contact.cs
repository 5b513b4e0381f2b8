namespace LeadDesk.Domain.Leads;

/// <summary>Who the customer is: personal data, held apart from the log and shown only to those entitled.</summary>
public sealed record Contact(string? Name, string? Email, string? Phone, string? Company);
