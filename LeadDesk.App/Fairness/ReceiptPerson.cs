using LeadDesk.Domain.Distribution;

namespace LeadDesk.App.Fairness;

/// <summary>Somebody in a receipt as one reader may see them. Name is null where it is hidden; Rank counts from 1 among those who could have had it; Balance is in ledger units; Test is the first that failed.</summary>
public sealed record ReceiptPerson(Guid Id, int Number, string? Name, bool IsReader, int? Rank, long Balance, Test? Test, string? Reason);
