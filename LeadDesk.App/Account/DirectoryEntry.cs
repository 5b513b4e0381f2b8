using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>What is known of a person without asking the store. Stamp changes whenever every session of the person has to end.</summary>
public sealed record DirectoryEntry(RepId Number, Guid Id, string Name, string Email, bool Disabled, string Stamp)
{
    public static DirectoryEntry Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(new RepId(account.Number), account.Id, account.Name, account.Email ?? "", account.Disabled, account.SecurityStamp ?? "");
    }
}
