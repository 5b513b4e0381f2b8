using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Welcome;

/// <summary>The first account: an admin, signed in at once. Without it nobody could come back, so it alone cannot be left out.</summary>
public sealed partial class StepAccount
{
    [SupplyParameterFromForm(Name = "name", FormName = "welcome-account")] private string? Name { get; set; }

    [SupplyParameterFromForm(Name = "login", FormName = "welcome-account")] private string? Login { get; set; }

    [SupplyParameterFromForm(Name = "password", FormName = "welcome-account")] private string? Password { get; set; }

    [SupplyParameterFromForm(Name = "takes", FormName = "welcome-account")] private bool Takes { get; set; }

    [Inject] private WelcomeDoor Door { get; set; } = default!;

    [Inject] private Sessions Sessions { get; set; } = default!;

    [Inject] private PeopleDirectory People { get; set; } = default!;

    private string? Me => Http.User.Caller().Rep is { } rep ? People.NameOf(rep) : null;

    private async Task MakeAsync()
    {
        var (name, login, password) = (Name?.Trim() ?? "", Login?.Trim() ?? "", Password ?? "");
        if (LoginName.Normal(login) is null)
        {
            Refuse(Word["Account.LoginWrong"]);
        }
        else if (PasswordRule.WhyNot(password, login) is not null)
        {
            Refuse(Word["Account.PasswordWrong"]);
        }
        else if (await Door.FirstAsync(() => AddAsync(name, login, password), Http.RequestAborted) is null)
        {
            Refuse(Word["Account.Late"]);
        }
        else if (Wrong is null && People.FindByEmail(login) is { } me && await Sessions.BeginAsync(Http, me.Id))
        {
            GoOn();
        }
    }

    private async Task<object> AddAsync(string name, string login, string password)
    {
        var admin = new JsonObject { ["name"] = name, [LoginName.FieldOf(login)] = login, ["role"] = "admin", ["password"] = password, ["takesLeads"] = Takes };
        await ApplyAsync(new() { ["people"] = new JsonArray(admin) });
        return this;
    }
}
