using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Account;

/// <summary>A person's own PIN, chosen with their password before it is of use anywhere.</summary>
public sealed partial class PinPage
{
    [SupplyParameterFromForm(Name = "password", FormName = "pin")] private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "pin", FormName = "pin")] private string? Pin { get; set; }

    private async Task SaveAsync() => Show(await Change.PinAsync(Http, Password ?? "", Pin ?? ""), "PinSaved", why => Say[why]);
}
