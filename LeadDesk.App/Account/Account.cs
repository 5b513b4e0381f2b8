using Microsoft.AspNetCore.Identity;

namespace LeadDesk.App.Account;

/// <summary>The sign-in of one person; what the person may do and holds is the floor's business.</summary>
#pragma warning disable MA0049 // the pages about an account live in the folder Account, and the word for it is account
public sealed class Account : IdentityUser<Guid>
#pragma warning restore MA0049
{
    /// <summary>The small number by which the log and the ledger know the person; never given twice.</summary>
    public int Number { get; set; }

    public string Name { get; set; } = "";

    public bool Disabled { get; set; }

    public string? PinHash { get; set; }
}
