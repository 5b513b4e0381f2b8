using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Welcome;

/// <summary>The first run in six steps, and for everybody but the admin the first steps of their role.</summary>
public sealed partial class WelcomePage
{
    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery] private int? Step { get; set; }

    [SupplyParameterFromQuery] private string? Code { get; set; }

    [Inject] private WelcomeDoor Door { get; set; } = default!;

    [Inject] private CommittedFloor Floor { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private Role Me { get; set; }

    /// <summary>Whether who looks may set up this floor: judged at every request, those that save among them.</summary>
    private bool May { get; set; }

    private int At { get; set; }

    protected override void OnInitialized()
    {
        var rep = Http.User.Caller().Rep;
        May = rep is { } me ? Floor.Now.Person(me).Terms is { Active: true, Role: Role.Admin } : Door.Opens(Http, Code);
        Me = rep is { } who ? Floor.Now.Person(who).Terms.Role : Role.Rep;
        if (rep is null && !Door.IsNew)
        {
            Navigation.NavigateTo("/sign-in?returnUrl=%2Fwelcome");
            return;
        }

        // Without an account, what comes after it cannot be done yet.
        var wanted = Step ?? Enumerable.Range(1, WelcomeStep.Last + 1).First(i => i > WelcomeStep.Last || !Done(i));
        At = Math.Clamp(wanted, 1, Door.IsNew ? 2 : WelcomeStep.Last + 1);
    }

    private bool Reachable(int step) => step <= 2 || !Door.IsNew;

    private bool Done(int step) => FloorSteps.Done(Floor.Now, step);
}
