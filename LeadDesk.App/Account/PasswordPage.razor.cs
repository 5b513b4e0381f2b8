using LeadDesk.App.Words;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>A person's own password: whoever was given a first one takes one that only they know.</summary>
public sealed partial class PasswordPage
{
    [SupplyParameterFromForm(Name = "password", FormName = "password")] private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "next", FormName = "password")] private string? Next { get; set; }

    [Inject] private FaultWording Faults { get; set; } = default!;

    private async Task SaveAsync() => Show(await Change.PasswordAsync(Http, Password ?? "", Next ?? ""), "PasswordSaved", Faults.Of);
}
